/**
 * An older backup is put back while everybody works: returning devices bring what it lacked, all agree, and nothing
 * acknowledged is lost as long as one device had it.
 */
import { join } from 'node:path'
import * as z from 'zod/mini'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { writeBackup } from '#server/log/backup-file.ts'
import { restoreHere } from '#server/log/restore-command.ts'
import { createCheckThread } from '#server/relay/check-thread.ts'
import type { OpenDocument } from '#client/replica/documents.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { readFrame, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { fieldsOf, set, until, type RealDevice, type Tab } from './real-device.ts'
import { isReady, isSafe, startWorld, type Person, type World } from './world.ts'

let world: World
afterEach(() => world.end())

function backUp(called = 'first'): string {
  const file = join(world.dataDir, `${called}.sqlite`)
  const written = writeBackup(world.dataDir, file)
  expect(written.ok).toBe(true)
  return file
}

/** As `npm run restore` does it: it finds the running relay and asks it. Those who are not cut off come back to it. */
async function restore(file: string, ...back: readonly Person[]): Promise<void> {
  const before = back.map(welcomes)
  const restored = await restoreHere(world.dataDir, file, world.clock.now())
  expect(restored).toMatchObject({ ok: true })
  for (const [index, person] of back.entries()) {
    await until(() => welcomes(person) > (before[index] ?? 0), 'welcomed again')
    await isReady(person.tab)
  }
}

const welcomes = ({ device }: Person): number =>
  device.heard
    .map(readFrame)
    .filter(({ channel, type }) => channel === 0 && type === toDevice.welcome).length

const hellos = ({ said }: RealDevice): number =>
  said.map(readFrame).filter(({ channel, type }) => channel === 0 && type === toRelay.hello).length

const shows = (open: OpenDocument, wanted: Readonly<Record<string, unknown>>): Promise<void> =>
  until(
    () => {
      const has = fieldsOf(open.doc())
      return Object.entries(wanted).every(([key, value]) => has[key] === value)
    },
    `${open.name} shows ${JSON.stringify(wanted)}`,
    4_000,
  )

async function nothingRefused(...tabs: readonly Tab[]): Promise<void> {
  for (const tab of tabs) expect(await tab.refused()).toEqual([])
}

test('what the backup lacked of a document made after it comes back from the devices', () =>
  comesBack(false))

test('what the backup lacked of a document it knew comes back from the devices', () =>
  comesBack(true))

async function comesBack(known: boolean): Promise<void> {
  world = await startWorld()
  const people = [
    world.owner,
    await world.person('member', 'Julia Brandt'),
    await world.person('viewer', 'Nguyen Lan'),
  ] as const
  const [one, two, reader] = [people[0].tab, people[1].tab, people[2].tab]
  const name = one.newDocumentName('brief')
  const [mine, theirs] = [one.openDocument(name), two.openDocument(name)]
  let file = backUp()
  set(mine.doc(), 'before', 1)
  await isSafe(one, name)
  await shows(theirs, { before: 1 })
  if (known) file = backUp('second')
  set(mine.doc(), 'a', 1)
  set(theirs.doc(), 'b', 1)
  await Promise.all([shows(mine, { b: 1 }), shows(theirs, { a: 1 })])
  const closed = one.newDocumentName('brief')
  const shut = one.openDocument(closed)
  set(shut.doc(), 'e', 1)
  await isSafe(one, closed)
  await shut.close()
  await Promise.all([isSafe(one, name), isSafe(two, name)])
  await until(() => reader.index.list().length === 2, 'both at the reader')

  await restore(file, ...people)
  await Promise.all([isSafe(one, name), isSafe(two, name), isSafe(one, closed)])
  await nothingRefused(one, two, reader)
  expect(fieldsOf((await world.stored(name)).doc)).toEqual({ before: 1, a: 1, b: 1 })
  expect(fieldsOf((await world.stored(closed)).doc)).toEqual({ e: 1 })

  // Under the ids the other has brought back, too.
  set(mine.doc(), 'f', 1)
  set(theirs.doc(), 'g', 1)
  await Promise.all([shows(mine, { f: 1, g: 1 }), shows(theirs, { f: 1, g: 1 })])
  await Promise.all([isSafe(one, name), isSafe(two, name), isSafe(reader, name)])
  await nothingRefused(one, two, reader)
}

test('who comes back while the backup is still being put back meets the restored relay, and brings what that lacks', async () => {
  let finish = (): void => undefined
  const finished = new Promise<void>((resolve) => (finish = resolve))
  const checks = vi.fn(createCheckThread).mockImplementationOnce(() => {
    const thread = createCheckThread()
    return { ...thread, close: () => finished.then(thread.close) }
  })
  world = await startWorld({ checks })
  const { device, tab } = world.owner
  const file = backUp()
  const name = tab.newDocumentName('brief')
  set(tab.openDocument(name).doc(), 'a', 1)
  await isSafe(tab, name)
  const [before, greeted] = [welcomes(world.owner), hellos(device)]
  const restored = restoreHere(world.dataDir, file, world.clock.now())
  await until(() => hellos(device) > greeted, 'at the door again')
  finish()
  expect(await restored).toMatchObject({ ok: true })
  await until(() => welcomes(world.owner) > before, 'welcomed again')
  await isReady(tab)
  await isSafe(tab, name)
  expect(fieldsOf((await world.stored(name)).doc)).toEqual({ a: 1 })
})

/** Who comes back first, and whether the other still has the document open. */
test.each([
  ['the writer first', 'writer', true],
  ['the colleague first', 'colleague', true],
  ['the colleague first, the writer with the document closed', 'colleague', false],
] as const)(
  'a document made after the backup, edited offline meanwhile, is whole again: %s',
  async (_, first, stillOpen) => {
    world = await startWorld()
    const writer = world.owner
    const colleague = await world.person('member', 'Julia Brandt')
    await isReady(colleague.tab)
    const file = backUp()
    const name = writer.tab.newDocumentName('brief')
    const mine = writer.tab.openDocument(name)
    set(mine.doc(), 'a', 1)
    await isSafe(writer.tab, name)
    const theirs = colleague.tab.openDocument(name)
    await shows(theirs, { a: 1 })
    set(theirs.doc(), 'b', 1)
    await shows(mine, { b: 1 })

    for (const { device } of [writer, colleague]) device.cut()
    set(mine.doc(), 'offline', 1)
    set(theirs.doc(), 'train', 1)
    await Promise.all([mine.whenStored(), theirs.whenStored()])
    if (!stillOpen) await mine.close()
    await restore(file)
    const order = first === 'writer' ? [writer, colleague] : [colleague, writer]
    for (const { device, tab } of order) {
      device.heal()
      tab.retry()
      await until(() => tab.status.of(name).waiting === 0, 'nothing waits any more')
      await isSafe(tab, name)
    }
    await nothingRefused(writer.tab, colleague.tab)
    const all = { a: 1, b: 1, offline: 1, train: 1 }
    expect(fieldsOf((await world.stored(name)).doc)).toEqual(all)
    const again = stillOpen ? mine : writer.tab.openDocument(name)
    await Promise.all([shows(again, all), shows(theirs, all)])
    set(again.doc(), 'on', 1)
    set(theirs.doc(), 'on2', 1)
    await Promise.all([shows(again, { on2: 1 }), shows(theirs, { on: 1 })])
    await nothingRefused(writer.tab, colleague.tab)
  },
)

test('what only a colleague still has comes back though its writer never does', async () => {
  world = await startWorld()
  const lost = await world.person('member', 'Julia Brandt')
  await isReady(lost.tab)
  const file = backUp()
  const { tab } = world.owner
  const name = lost.tab.newDocumentName('brief')
  const theirs = lost.tab.openDocument(name)
  for (let step = 0; step < 20; step += 1) set(theirs.doc(), `k${step}`, step)
  await isSafe(lost.tab, name)
  // Its card alone would not do: all that is left of it has to be here before the writer is gone.
  await until(() => fieldsListed(tab) === 20, 'the rows at the owner, unopened')
  lost.device.cut()
  await restore(file, world.owner)
  await isSafe(tab, name)
  expect(Object.keys(fieldsOf((await world.stored(name)).doc)).length).toBe(20)
})

test('a document by more people and sessions than one update may bring is brought back in parts', async () => {
  world = await startWorld()
  const { tab } = world.owner
  await isReady(tab)
  const file = backUp()
  const name = tab.newDocumentName('brief')
  await writeInSessions(world.owner, name, 66)
  await restore(file, world.owner)
  await isSafe(tab, name)
  await nothingRefused(tab)
  expect(Object.keys(fieldsOf((await world.stored(name)).doc)).length).toBe(66)
})

/** How many fields the list's only row was made of, its document being here. */
function fieldsListed({ index }: Tab): number {
  const [row] = index.list()
  if (row?.isHere !== true) return 0
  return Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(row.summary.text))).length
}

/** Each time the document is opened it writes under a new Yjs id. */
async function writeInSessions({ tab }: Person, name: DocName, count: number): Promise<void> {
  for (let session = 0; session < count; session += 1) {
    const open = tab.openDocument(name)
    await open.whenLoaded
    set(open.doc(), `s${session}`, session)
    await open.close()
  }
  await isSafe(tab, name)
  const { doc } = await world.stored(name)
  expect(Y.decodeStateVector(Y.encodeStateVector(doc)).size).toBe(count)
}
