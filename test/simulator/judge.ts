/**
 * The end of a schedule: everything is repaired, time runs until all is quiet, and then nothing may be missing anywhere.
 */
import * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'
import type { Stage } from './stage.ts'
import { canonical } from './canonical.ts'
import type { Device, Tab } from './device.ts'
import { isIn, rangesOf, type Parts } from './edits.ts'
import { untidied } from './untidied.ts'
import { short } from './witness.ts'

const patienceMs = 240_000
const lookEveryMs = 400
const takenUpMs = 10_000

/** Answers once the relay and all devices agree, or time is over; what is wrong then stands in the witness' findings. */
export async function judgeStage(stage: Stage): Promise<void> {
  const { world, witness } = stage
  let open: readonly string[] = []
  const end = world.now() + patienceMs
  for (;;) {
    await world.run(() => false, lookEveryMs)
    await stage.reopen()
    open = unquiet(stage)
    if (open.length === 0) open = await differences(stage)
    // What pages put down is taken up a moment later; a page that lives may keep what it has written since.
    const isSoon = world.now() < end - patienceMs + takenUpMs
    if (open.length === 0 && isSoon && stage.devices.some((device) => device.left() > 0)) continue
    if (open.length === 0 || world.now() > end) break
  }
  for (const text of open) witness.find('divergence', text)
  await judgeEdits(stage)
}

/** Revoked: what it holds stays there, and nothing more comes. */
const isOut = ({ people }: Stage, { identity }: Device): boolean =>
  people.isRevoked(identity.device)

const mayRead = ({ people, world }: Stage, { identity }: Device, name: DocName): boolean =>
  people.mayRead(identity.device, name, world.now())

const soundTab = ({ tabs }: Device): Tab | undefined => tabs.find((tab) => !tab.isLost)

/** What tabs still say is under way. */
function unquiet(stage: Stage): string[] {
  const { witness } = stage
  const found: string[] = []
  const devices = stage.devices.filter((device) => !isOut(stage, device))
  for (const device of stage.devices) {
    if (soundTab(device) === undefined) found.push(`device ${device.number + 1} has no page`)
    for (const tab of device.tabs) {
      const { kind } = tab.replica.status.overall()
      if (!tab.isLost && (kind === 'saving' || kind === 'not-stored'))
        found.push(`${tab.name} says ${kind}`)
    }
  }
  for (const device of devices) {
    for (const tab of device.tabs) {
      witness.look(tab)
      // One without its database says that and waits to be loaded again.
      if (tab.isLost) continue
      const { link, waiting, toFetch, kind } = tab.replica.status.overall()
      if (link !== 'ready') found.push(`${tab.name} is ${link}`)
      if (waiting > 0 || toFetch > 0)
        found.push(`${tab.name} has ${waiting} to send and ${toFetch} to fetch`)
      if (kind !== 'safe' && kind !== 'refused') found.push(`${tab.name} says ${kind}`)
    }
  }
  return found
}

interface OnDisk {
  /** Of which something is here that their member may not read. */
  readonly kept: readonly DocName[]
  readonly docs: ReadonlyMap<DocName, Y.Doc>
  readonly waiting: number
}

async function readDisk(stage: Stage, device: Device, { store }: Tab): Promise<OnDisk | null> {
  const { world, names } = stage
  let read: OnDisk | null = null
  const reading = async (): Promise<void> => {
    const docs = new Map<DocName, Y.Doc>()
    const kept: DocName[] = []
    for (const name of names) {
      const { updates } = await store.load(name)
      const row = await store.indexRow(name)
      if (mayRead(stage, device, name)) docs.set(name, untidied(updates))
      else if (updates.length > 0 || row !== null) kept.push(name)
    }
    read = { docs, kept, waiting: (await store.outRows(0, 100)).length }
  }
  void reading()
  await world.run(() => read !== null, 5_000)
  return read
}

/** Where a device's disk, a tab's screen and the relay do not say the same. */
async function differences(stage: Stage): Promise<string[]> {
  const found: string[] = []
  const truth = await relayDocs(stage)
  const compare = (who: string, name: DocName, doc: Y.Doc): void => {
    const there = truth.get(name)
    if (there === undefined) return
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      found.push(`${who} lacks something that its ${short(name)} rests on`)
    else if (canonical(doc) !== canonical(there) || !isSame(doc, there))
      found.push(`${who} has another ${short(name)} than the relay: ${tellDifference(doc, there)}`)
  }
  for (const device of stage.devices) {
    if (isOut(stage, device)) continue
    const tab = soundTab(device)
    const disk = tab === undefined ? null : await readDisk(stage, device, tab)
    if (disk === null) {
      found.push(`device ${device.number + 1} cannot be read`)
      continue
    }
    for (const name of disk.kept)
      found.push(`device ${device.number + 1} still holds ${short(name)}, which it may not read`)
    if (disk.waiting > 0) found.push(`device ${device.number + 1} has ${disk.waiting} outbox rows`)
    for (const [name, doc] of disk.docs)
      compare(`the disk of device ${device.number + 1}`, name, doc)
    for (const open of device.tabs.filter((one) => !one.isLost))
      for (const document of stage.opened(open)) {
        if (mayRead(stage, device, document.name)) compare(open.name, document.name, document.doc())
        else if (document.doc().store.clients.size > 0)
          found.push(`${open.name} still shows ${short(document.name)}, which it may not read`)
      }
  }
  return found
}

/** Not their deletions: Yjs tidies formatting by itself, in each copy as the updates came to it. */
const isSame = (one: Y.Doc, other: Y.Doc): boolean =>
  Buffer.compare(Y.encodeStateVector(one), Y.encodeStateVector(other)) === 0

/** Which authors' work the one or the other lacks; with none, deletions or content differ. */
function tellDifference(one: Y.Doc, other: Y.Doc): string {
  const clocksOf = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc))
  const [mine, theirs] = [clocksOf(one), clocksOf(other)]
  const clients = [...new Set([...mine.keys(), ...theirs.keys()])]
  const clocks = clients
    .filter((client) => mine.get(client) !== theirs.get(client))
    .map(
      (client) => `${client} up to ${mine.get(client) ?? 0} instead of ${theirs.get(client) ?? 0}`,
    )
  return clocks.length > 0 ? clocks.join(', ') : 'deletions or content'
}

async function relayDocs({ relayDisk, names }: Stage): Promise<Map<DocName, Y.Doc>> {
  const docs = new Map<DocName, Y.Doc>()
  for (const name of names) {
    const { snapshot, rows } = await relayDisk.committed().read(name, 0)
    const updates = [...(snapshot === null ? [] : [snapshot]), ...rows].map(({ bytes }) => bytes)
    docs.set(name, untidied(updates))
  }
  return docs
}

/** Edits that were on a device, or committed, or made in a tab that lives, are with the relay or visibly refused. */
async function judgeEdits(stage: Stage): Promise<void> {
  const { witness } = stage
  const truth = await relayDocs(stage)
  const alive = new Set(
    stage.devices.flatMap(({ tabs }) => tabs.filter((tab) => !tab.isLost).map(({ name }) => name)),
  )
  const kept: Parts[][] = []
  for (const device of stage.devices) kept[device.number] = await keptBy(stage, device)
  for (const edit of witness.edits) {
    if (edit.isLost) continue
    const isCommitted = isIn(edit, witness.ever(edit.doc))
    if (!edit.isStored && !isCommitted && !alive.has(edit.tab)) continue
    const doc = truth.get(edit.doc) ?? untidied()
    if (isIn(edit, doc, kept[edit.device])) continue
    const said = edit.isStored ? 'on the device' : isCommitted ? 'committed' : 'in an open tab'
    witness.find(
      'loss',
      `edit ${edit.id} (${edit.act} in ${short(edit.doc)}, ${edit.tab}) was ${said} and is gone`,
    )
  }
}

/** What a device keeps though the relay does not have it: refused work, and everything once it is out. */
async function keptBy(stage: Stage, device: Device): Promise<Parts[]> {
  const kept: Parts[] = [...stage.witness.gone(device.number)]
  const tab = soundTab(device)
  if (tab === undefined) return kept
  let isRead = false
  const read = async (): Promise<void> => {
    for (const { bytes } of await tab.store.refused()) kept.push(rangesOf(bytes))
    if (isOut(stage, device))
      for (const name of stage.names)
        for (const bytes of (await tab.store.load(name)).updates) kept.push(rangesOf(bytes))
    isRead = true
  }
  void read()
  await stage.world.run(() => isRead, 5_000)
  return kept
}
