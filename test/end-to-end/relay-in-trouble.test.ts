/** The relay cannot commit, or misses something: nobody sees what is not stored, nothing is called safe, nothing is lost. */
import { afterEach, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { openStore } from '#client/replica/open-store.ts'
import { readFrame, readNo, toDevice } from '#shared/protocol/frames.ts'
import { createRandom } from '#shared/lib/random.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import { failingLog, type FailingLog } from '#test/server/log/failing-log.ts'
import { fieldsOf, set, until, type RealDevice, type Tab } from './real-device.ts'
import { isReady, isSafe, startWorld, type World } from './world.ts'

let world: World
let switches: FailingLog['switches']
afterEach(() => {
  switches.failAppends(false)
  switches.failReads(false)
  switches.release()
  return world.end()
})

async function startTroubled(): Promise<void> {
  world = await startWorld({
    wrapLog(log) {
      const failing = failingLog(log)
      switches = failing.switches
      return failing
    },
  })
}

const refusals = ({ heard }: RealDevice): Refusal[] =>
  heard
    .map(readFrame)
    .filter(({ channel, type }) => channel === 0 && type === toDevice.no)
    .map(({ body }) => readNo(body).refusal)

/** Every kind of status the tab shows of the document from now on. */
function kindsOf(tab: Tab, name: DocName): Set<string> {
  const kinds = new Set<string>()
  tab.status.subscribe(() => void kinds.add(tab.status.of(name).kind))
  return kinds
}

async function twoPeople() {
  const { device, tab: here } = world.owner
  const { device: theirDevice, tab: there } = await world.person('member', 'Julia Brandt')
  const name = here.newDocumentName('brief')
  const mine = here.openDocument(name)
  set(mine.doc(), 'first', 1)
  await isSafe(here, name)
  const theirs = there.openDocument(name)
  await until(() => fieldsOf(theirs.doc())['first'] === 1, 'the brief at the colleague')
  await isSafe(there, name)
  return { device, here, mine, theirDevice, there, theirs, name }
}

test('a commit that fails means later: nothing is shown to others or called safe until it is stored', async () => {
  await startTroubled()
  const { device, here, mine, there, theirs, name } = await twoPeople()
  const before = refusals(device).length
  switches.failAppends(true)
  const kinds = kindsOf(here, name)
  set(mine.doc(), 'second', 2)
  set(theirs.doc(), 'third', 3)
  await until(() => refusals(device).length > before + 3, 'told busy several times')
  expect(new Set(refusals(device).slice(before))).toEqual(new Set(['busy']))
  expect([...kinds].sort()).toEqual(['on-device', 'saving'])
  expect(here.status.of(name)).toMatchObject({ kind: 'on-device', waiting: 1, refused: 0 })
  expect(there.status.of(name)).toMatchObject({ kind: 'on-device', waiting: 1, refused: 0 })
  expect(fieldsOf(theirs.doc())).toEqual({ first: 1, third: 3 })
  expect(fieldsOf((await world.stored(name)).doc)).toEqual({ first: 1 })

  switches.failAppends(false)
  await Promise.all([isSafe(here, name), isSafe(there, name)])
  const all = { first: 1, second: 2, third: 3 }
  expect(fieldsOf((await world.stored(name)).doc)).toEqual(all)
  await until(() => Object.keys(fieldsOf(theirs.doc())).length === 3, 'all at the colleague')
  await until(() => Object.keys(fieldsOf(mine.doc())).length === 3, 'all at the owner')
})

test('while a commit hangs the writer waits, also through a reload, and others see nothing', async () => {
  await startTroubled()
  const { here, mine, there, theirs, name } = await twoPeople()
  switches.hangAppends()
  const kinds = kindsOf(here, name)
  set(mine.doc(), 'second', 2)
  // A change by itself: what hangs may be a card of the one before.
  await mine.whenStored()
  await until(() => switches.hanging() === 1, 'the commit hangs')
  set(mine.doc(), 'third', 3)
  await mine.whenStored()
  await until(() => here.status.of(name).waiting === 2, 'both wait')
  expect(kinds).not.toContain('safe')
  expect(fieldsOf(theirs.doc())).toEqual({ first: 1 })
  await here.close()
  const again = await world.tab(world.owner)
  await isReady(again)
  expect(again.status.of(name)).toMatchObject({ kind: 'on-device', waiting: 2 })
  const reopened = again.openDocument(name)
  await reopened.whenLoaded
  expect(fieldsOf(reopened.doc())).toEqual({ first: 1, second: 2, third: 3 })
  expect(fieldsOf(theirs.doc())).toEqual({ first: 1 })

  switches.release()
  await isSafe(again, name)
  await until(() => fieldsOf(theirs.doc())['third'] === 3, 'both edits at the colleague')
  expect(fieldsOf((await world.stored(name)).doc)).toEqual({ first: 1, second: 2, third: 3 })
  await isSafe(there, name)
})

test('an edit that rests on one the relay never got is a gap, and brings it along', async () => {
  await startTroubled()
  const { device, here, mine, theirs, name } = await twoPeople()
  device.cut()
  set(mine.doc(), 'second', 2)
  await mine.whenStored()
  // The row goes from the outbox though nobody took it, as after a fault of this device.
  const store = await openStore(device.environment, device.identity.workspace.id)
  const epoch = (await store.head(name))?.epoch ?? ''
  for (const { n, doc } of await store.outRows(0, 10))
    await store.acknowledge([{ n, doc, seq: 0 }], epoch)
  store.close()
  device.heal()
  here.retry()
  await isReady(here)
  set(mine.doc(), 'third', 3)
  await isSafe(here, name)
  expect(refusals(device)).toEqual(['gap'])
  await until(() => fieldsOf(theirs.doc())['third'] === 3, 'the edit at the colleague')
  expect(fieldsOf(theirs.doc())).toEqual({ first: 1, second: 2, third: 3 })
  expect((await here.refused()).length).toBe(0)
})

test('a document the relay cannot read just now opens once it can', async () => {
  await startTroubled()
  const { name, here } = await twoPeople()
  const late = await world.person('member', 'Nguyen Lan')
  await isReady(late.tab)
  await until(() => late.tab.index.list().length === 1, 'the brief in the list')
  // A relay that restarts has nothing of the document in memory.
  await world.stopRelay()
  await world.startRelay()
  switches.failReads(true)
  late.tab.retry()
  await isReady(late.tab)
  const shown = late.tab.openDocument(name)
  await until(
    () => late.device.heard.some((frame) => readFrame(frame).type === toDevice.problem),
    'told that it could not be read',
  )
  set(shown.doc(), 'late', 1)
  await until(() => late.tab.status.of(name).kind === 'on-device', 'waiting')
  switches.failReads(false)
  here.retry()
  await isSafe(late.tab, name)
  expect(fieldsOf((await world.stored(name)).doc)).toEqual({ first: 1, late: 1 })
})

const seeds = [1, 2, 3, 4, 5, 6]
test.each(seeds)(
  'two people type while commits fail and hang and lines break: all arrives once, nothing unstored is seen (seed %i)',
  async (seed) => {
    await startTroubled()
    const random = createRandom(seed)
    const { here, mine, there, theirs, name, device, theirDevice } = await twoPeople()
    const written: Record<string, unknown> = { first: 1 }
    for (let step = 0; step < 60; step += 1) {
      const trouble = random.int(12)
      if (trouble === 0) switches.failAppends(random.int(2) === 0)
      if (trouble === 1) switches.hangAppends()
      if (trouble === 2) switches.release()
      if (trouble === 3) random.pick([device, theirDevice]).cut()
      if (trouble === 4) for (const one of [device, theirDevice]) one.heal()
      const [by, doc] = random.pick([
        ['a', mine.doc()],
        ['b', theirs.doc()],
      ] as const)
      const key = `${by}${step}`
      set(doc, key, step)
      if (random.int(3) === 0) set(doc, by, step)
      written[key] = step
      await new Promise((resolve) => setTimeout(resolve, random.int(30)))
      const seen = [keysBy('a', theirs.doc()), keysBy('b', mine.doc())].flat()
      const kept = fieldsOf((await world.stored(name)).doc)
      expect(
        seen.filter((one) => !(one in kept)),
        `seen in step ${step}`,
      ).toEqual([])
    }
    switches.failAppends(false)
    switches.release()
    for (const one of [device, theirDevice]) one.heal()
    here.retry()
    there.retry()
    await Promise.all([isSafe(here, name), isSafe(there, name)])
    const stored = fieldsOf((await world.stored(name)).doc)
    expect(stored).toMatchObject(written)
    await until(
      () => [mine, theirs].every((open) => same(fieldsOf(open.doc()), stored)),
      'both show what is stored',
    )
    expect((await here.refused()).length + (await there.refused()).length).toBe(0)
  },
)

const keysBy = (who: string, doc: Y.Doc): string[] =>
  Object.keys(fieldsOf(doc)).filter((key) => key.startsWith(who))

const same = (
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([key, value]) => b[key] === value)
