/** Facts about people between real devices and the real relay: who came in, said by themselves and verified by the others. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeBackup } from '#server/log/backup-file.ts'
import { restoreHere } from '#server/log/restore-command.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { brokenChecks } from '#shared/records/verify.ts'
import { createRandom } from '#shared/lib/random.ts'
import { until, type Tab } from './real-device.ts'
import { isReady, startWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld({}, () => createRandom(3).next() * 0.01)
})
afterEach(() => world.end())

const scopeOf = (tab: Tab) => peopleScope(tab.identity.workspace.id)
const counted = async (tab: Tab): Promise<string[]> =>
  (await tab.records.of(scopeOf(tab))).flatMap(({ standing, fact }) =>
    standing === 'counts' ? [`${fact?.kind} ${fact?.reason}`] : [],
  )
const verified = async (tab: Tab) =>
  (await tab.records.verify(scopeOf(tab))).map((verdict) => brokenChecks(verdict))
const make = (tab: Tab, reason: string) =>
  tab.records.make({
    kind: 'member',
    scope: scopeOf(tab),
    subject: tab.identity.member,
    contentHash: null,
    outcome: 'set',
    reason,
    body: {},
  })
const has = (tab: Tab, count: number): Promise<void> =>
  until(async () => (await counted(tab)).length === count, `${count} records`)

test('whoever joins says so first, and everybody can verify it, also without the relay', async () => {
  const lin = await world.person('member', '林晓')
  // The owner's coming, the invite, and who came by it.
  await has(world.owner.tab, 3)
  await has(lin.tab, 3)
  expect(await verified(lin.tab)).toEqual([[], [], []])
  const said = await lin.tab.records.of(scopeOf(lin.tab))
  const by = (tab: Tab) =>
    said.find(({ fact }) => fact?.kind === 'join' && fact.device === tab.identity.device)
  const [owner, joined] = [by(world.owner.tab), by(lin.tab)]
  expect(owner?.fact).toMatchObject({ kind: 'join', n: 1, body: { invite: null, name: '陈思远' } })
  expect(joined?.fact).toMatchObject({ kind: 'join', n: 1, subject: lin.device.identity.member })
  expect(joined?.fact?.body['invite']).toMatch(/^[0-9a-z]{26}$/)
  await world.stopRelay()
  expect(await verified(world.owner.tab)).toEqual([[], [], []])
  await world.startRelay()
})

test('it is said once: not at the next start, not in another tab, not after the relay started again', async () => {
  await has(world.owner.tab, 1)
  const other = await world.tab(world.owner)
  await isReady(other)
  await world.stopRelay()
  await world.startRelay()
  world.owner.tab.retry()
  await isReady(world.owner.tab)
  await make(world.owner.tab, 'later')
  await has(other, 2)
  expect(await counted(other)).toEqual(['join ', 'member later'])
})

test('after an older backup was put back everybody’s later records come again and verify anew', async () => {
  await has(world.owner.tab, 1)
  const lin = await world.person('lead', '林晓')
  await has(lin.tab, 3)
  await has(world.owner.tab, 3)
  const file = join(world.dataDir, 'backup')
  writeBackup(world.dataDir, file)
  await make(world.owner.tab, 'one')
  await make(lin.tab, 'two')
  await has(world.owner.tab, 5)
  await has(lin.tab, 5)
  const restored = await restoreHere(world.dataDir, file, world.clock.now())
  expect(restored).toMatchObject({ ok: true })
  await make(world.owner.tab, 'three')
  for (const { tab } of [world.owner, lin]) {
    await until(async () => (await counted(tab)).length === 6, 'all six')
    expect((await counted(tab)).toSorted()).toEqual([
      'invite ',
      'join ',
      'join ',
      'member one',
      'member three',
      'member two',
    ])
    expect((await verified(tab)).flat()).toEqual([])
  }
})
