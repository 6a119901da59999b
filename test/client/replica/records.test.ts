/** Records as a person's tabs make them: signed, sent once and in order, fetched elsewhere, kept where they are refused. */
import { expect, test } from 'vitest'
import type { NewFact, Records } from '#client/replica/kept-records.ts'
import { createRandom } from '#shared/lib/random.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { workspaceIdSchema } from '#shared/protocol/names.ts'
import { until, turn } from './fake-device.ts'
import { closing, clock, device, relay, useFakeWorld } from './fake-world.ts'
import { workspaceId } from './fake-relay.ts'

useFakeWorld()

const scope = peopleScope(workspaceIdSchema.parse(workspaceId))
const fact = (reason: string): NewFact => ({
  kind: 'member',
  scope,
  subject: 'm'.repeat(26),
  contentHash: null,
  outcome: 'set',
  reason,
  body: {},
})
const taken = (): string[] => relay.records.map(({ fact: { reason } }) => reason)
const counted = async (records: Records): Promise<number> =>
  (await records.of(scope)).filter(({ standing }) => standing === 'counts').length
const isReady = (replica: { status: { overall(): { link: string } } }): boolean =>
  replica.status.overall().link === 'ready'

test('a record made offline is kept, sent when the relay is there again, and then counts', async () => {
  const { replica } = await device()
  await until(clock, () => isReady(replica), 'signed in')
  relay.down = true
  relay.cutAll()
  await until(clock, () => !isReady(replica), 'cut')
  expect(await replica.records.make(fact('one'))).toMatchObject({ ok: true })
  expect(await replica.records.of(scope)).toMatchObject([{ standing: 'waiting', receipt: null }])
  expect(replica.status.overall()).toMatchObject({ kind: 'on-device', waiting: 1 })
  relay.down = false
  await until(clock, async () => (await counted(replica.records)) === 1, 'counts')
  await until(clock, () => replica.status.overall().waiting === 0, 'nothing waits')
  expect(taken()).toEqual(['one'])
})

test('a workspace that has never met its relay counts its records as they are', async () => {
  relay.down = true
  const { replica } = await device()
  await replica.records.make(fact('alone'))
  expect(await replica.records.of(scope)).toMatchObject([{ standing: 'counts', receipt: null }])
})

test('a tab that dies after it made one loses nothing: the next start sends it, once', async () => {
  relay.down = true
  const first = await device()
  await first.replica.records.make(fact('one'))
  first.crash()
  relay.down = false
  const again = await first.open()
  closing.push(() => again.close())
  await until(clock, () => taken().length > 0, 'taken')
  await until(clock, () => again.status.overall().waiting === 0, 'acknowledged')
  expect(taken()).toEqual(['one'])
})

test('a refused one is kept and says why; those after it are taken', async () => {
  const { replica } = await device()
  relay.judgeRecord = (text) => (text.includes('not this') ? 'no-access' : null)
  for (const reason of ['one', 'not this', 'two']) await replica.records.make(fact(reason))
  await until(clock, async () => (await counted(replica.records)) === 2, 'two count')
  const kept = await replica.records.of(scope)
  expect(kept.map(({ standing, refused }) => [standing, refused])).toEqual([
    ['counts', null],
    ['counts', null],
    ['refused', 'no-access'],
  ])
  expect(replica.status.overall().waiting).toBe(0)
})

test('another device fetches what was made, however many answers it takes', async () => {
  const mei = await device()
  for (let i = 0; i < 7; i += 1) await mei.replica.records.make(fact(`${i}`))
  await until(clock, () => relay.records.length === 7, 'taken')
  const lin = await device()
  let told = 0
  lin.replica.records.subscribe(() => (told += 1))
  await until(clock, async () => (await counted(lin.replica.records)) === 7, 'fetched')
  expect(told).toBeGreaterThan(0)
  await mei.replica.records.make(fact('later'))
  await until(clock, async () => (await counted(lin.replica.records)) === 8, 'the later one')
})

test('a relay put back to an older state gets this device’s later ones again, in their order', async () => {
  const { replica } = await device()
  for (let i = 0; i < 4; i += 1) await replica.records.make(fact(`${i}`))
  await until(clock, async () => (await counted(replica.records)) === 4, 'all count')
  relay.forgetRecords(1)
  relay.epoch = 'second'
  relay.down = true
  relay.cutAll()
  await until(clock, () => !isReady(replica), 'cut')
  await replica.records.make(fact('meanwhile'))
  relay.down = false
  await until(clock, async () => (await counted(replica.records)) === 5, 'all count again')
  expect(taken()).toEqual(['0', '1', '2', '3', 'meanwhile'])
})

const seeds = Array.from({ length: 12 }, (_, at) => at + 1)
test.each(seeds)(
  'two tabs making records while the net comes and goes have one chain, each record taken once: seed %i',
  async (seed) => {
    const random = createRandom(seed)
    const made = await device(() => random.next())
    const other = await made.open()
    closing.push(() => other.close())
    relay.delay = () => random.int(4)
    const tabs = [made.replica, other]
    const making: Promise<unknown>[] = []
    for (let i = 0; i < 10; i += 1) {
      const tab = random.pick(tabs)
      making.push(tab.records.make(fact(`${i}`)))
      for (let turns = random.int(30); turns > 0; turns -= 1) await turn()
      clock.advance(random.int(500))
      if (random.int(5) === 0) relay.cutAll()
    }
    await Promise.all(making)
    await until(clock, () => relay.records.length === 10, `seed ${seed}: all taken`)
    expect(taken().sort()).toEqual(Array.from({ length: 10 }, (_, at) => `${at}`))
    const chain = relay.records.map(({ fact: { n } }) => n)
    expect(chain).toEqual(Array.from({ length: 10 }, (_, at) => at + 1))
    for (const tab of tabs)
      await until(clock, async () => (await counted(tab.records)) === 10, `seed ${seed}: all count`)
  },
)
