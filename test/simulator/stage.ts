/** A schedule's stage: relay, wire, devices and the witness, and the few things that can be done to all of it. */
import type * as Y from 'yjs'
import type { OpenDocument } from '#client/replica/documents.ts'
import { fold } from '#client/replica/fold.ts'
import type { Store } from '#client/replica/store.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { bytesToBase32 } from '#shared/lib/ids.ts'
import type { Random } from '#shared/lib/random.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import * as z from 'zod/mini'
import { createDevice, workspace, type Device, type Opening, type Tab } from './device.ts'
import type { Fault } from './faults.ts'
import { startRelay, type RelayProcess } from './relay.ts'
import { createRelayDisk, type RelayDisk } from './relay-disk.ts'
import { createRelayPeople, type RelayPeople } from './relay-people.ts'
import { createWire, type Wire } from './wire.ts'
import { createWitness, short, type Witness } from './witness.ts'
import type { World } from './virtual-world.ts'

/** A document as a person has it before them. */
export interface Shown {
  readonly tab: Tab
  readonly document: OpenDocument
  undo: Y.UndoManager
  isLoaded: boolean
}

export interface Stage {
  readonly world: World
  readonly wire: Wire
  readonly witness: Witness
  readonly relayDisk: RelayDisk
  readonly people: RelayPeople
  readonly devices: readonly Device[]
  readonly names: readonly DocName[]
  readonly note: (text: string) => void
  readonly kills: { tabs: number; relays: number; restores: number; disks: number }
  /** What the last act was called; the witness names edits by it. */
  said: string
  shown(): readonly Shown[]
  opened(tab: Tab): readonly OpenDocument[]
  /** `killAfterMs`: the page dies so soon after it began to load. */
  openTab(device: Device, killAfterMs?: number): void
  killTab(tab: Tab): void
  showDocument(tab: Tab, name: DocName): void
  closeDocument(shown: Shown): void
  loseDisk(device: Device): void
  startRelay(): Promise<void>
  killRelay(silently: boolean): void
  isRelayUp(): boolean
  /** Devices without a tab get one again. */
  reopen(): Promise<void>
}

/** Rows from which a device folds here; small, so that a short schedule sees it. */
const foldFrom = 5

export function createStage(parts: {
  readonly world: World
  readonly random: Random
  readonly fault: Fault | null
  readonly devices: number
  readonly documents: number
  readonly note: (text: string) => void
}): Stage {
  const { world, random, fault, note } = parts
  const wire = createWire(world)
  const relayDisk = createRelayDisk(world)
  const people = createRelayPeople(relayDisk)
  const shown: Shown[] = []
  const opening = new Map<Device, Opening>()
  const names = Array.from({ length: parts.documents }, (_, index) =>
    z.parse(docNameSchema, `brief-${bytesToBase32(new Uint8Array(16).fill(index * 16 + 7))}`),
  )
  let process: RelayProcess | null = null
  const witness = createWitness({
    now: world.now,
    isCurrent: (tab) =>
      tab.replica.status.overall().link === 'ready' && tab.epoch() === relayDisk.epoch(),
    mayRead(tab, doc) {
      const of = devices[tab.device]?.identity.device
      return of !== undefined && people.mayRead(of, doc, world.now())
    },
    disk: (device) => devices[device]?.disk.rows(workspace) ?? null,
  })
  relayDisk.onCommit = witness.committed

  const wrapStore = (device: number, disk: Store): Store => {
    const store = fault?.wrapStore?.(disk, world) ?? disk
    return {
      ...store,
      async discardRefused(doc) {
        // Asked in one breath: nothing comes between what is read and what is discarded.
        const [rows] = await Promise.all([store.refused(), store.discardRefused(doc)])
        for (const row of rows) if (row.doc === doc) witness.letGo(device, row.bytes)
      },
      fold: (doc, _atLeast, _fold) =>
        store.fold(doc, foldFrom, async (from) => {
          const folded = await fold(from)
          await new Promise<void>((resolve) => void world.after(random.next() * 5, resolve))
          const spoil = fault?.foldOnDevice
          return folded === null || spoil === undefined
            ? folded
            : { ...folded, snapshot: spoil(folded.snapshot) }
        }),
    }
  }
  const losesLeavings = fault?.losesLeavings === true
  const devices = Array.from({ length: parts.devices }, (_, number) =>
    createDevice({ world, wire, people, random, wrapStore, losesLeavings }, number),
  )

  const show = (tab: Tab, name: DocName): void => {
    const document = tab.replica.openDocument(name)
    const one: Shown = { tab, document, undo: createBriefUndo(document.doc()), isLoaded: false }
    shown.push(one)
    document.onRebuilt((doc) => (one.undo = createBriefUndo(doc)))
    witness.watch(tab, tab.device, document, () => stage.said)
    document.whenLoaded.then(
      () => (one.isLoaded = true),
      (error: unknown) => note(`${tab.name} could not load ${short(name)}: ${String(error)}`),
    )
  }

  const stage: Stage = {
    world,
    wire,
    witness,
    relayDisk,
    people,
    devices,
    names,
    note,
    kills: { tabs: 0, relays: 0, restores: 0, disks: 0 },
    said: '',
    shown: () => shown,
    opened: (tab) => shown.filter((one) => one.tab === tab).map(({ document }) => document),
    openTab(device, killAfterMs) {
      if (opening.has(device)) return
      const own = device.openTab()
      let opened: Tab | null = null
      opening.set(device, own)
      const over = (): void => {
        if (opening.get(device) === own) opening.delete(device)
      }
      own.tab
        .then((tab) => {
          if (opening.get(device) !== own) return
          if (tab === null) return note(`device ${device.number + 1} got no disk for a tab`)
          opened = tab
          note(`${tab.name} is open`)
          for (const name of names) if (random.int(3) > 0) show(tab, name)
        })
        .catch((error: unknown) =>
          note(`device ${device.number + 1} could not open a tab: ${String(error)}`),
        )
        .finally(over)
      if (killAfterMs === undefined) return
      world.after(killAfterMs, () => {
        if (opened?.isAlive() === true) {
          note(`${opened.name} is killed while it opens documents`)
          stage.killTab(opened)
        } else if (opening.get(device) === own) {
          note(`device ${device.number + 1}: a page is killed while it opens`)
          stage.kills.tabs += 1
          own.kill()
          over()
        }
      })
    },
    killTab(tab) {
      stage.kills.tabs += 1
      tab.kill()
      for (const one of shown.filter((other) => other.tab === tab))
        shown.splice(shown.indexOf(one), 1)
    },
    showDocument: show,
    closeDocument(one) {
      shown.splice(shown.indexOf(one), 1)
      one.document
        .close()
        .catch((error: unknown) => note(`${one.tab.name} could not close: ${String(error)}`))
    },
    loseDisk(device) {
      stage.kills.disks += 1
      opening.get(device)?.kill()
      opening.delete(device)
      witness.diskLost(device.number)
      device.loseDisk()
      wire.forget(device.number)
    },
    async startRelay() {
      if (process !== null) return
      process = await startRelay({
        world,
        disk: relayDisk,
        people,
        wrapLog: (log) => fault?.wrapLog?.(log, world) ?? log,
        merge: fault?.mergeAtRelay ?? null,
        says(device, frame) {
          witness.says(device, frame)
        },
        fault: (error, during) => note(`relay, ${during}: ${String(error)}`),
      })
      witness.relayStarted()
      wire.relay = process
    },
    killRelay(silently) {
      if (process === null) return
      stage.kills.relays += 1
      wire.drop(silently)
      process.kill()
      process = null
    },
    isRelayUp: () => process !== null,
    async reopen() {
      for (const device of devices)
        if (device.tabs.every((tab) => tab.isLost)) stage.openTab(device)
    },
  }
  return stage
}
