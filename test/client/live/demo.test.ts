/** The demo as a device holds it: what is in it is real, whoever looks and verifies. */
import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemo } from '#client/live/demo/make-demo.ts'
import { openIdentities, type Identity } from '#client/replica/identity.ts'
import { openReplica } from '#client/replica/open-replica.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import { readLostValues } from '#shared/documents/readers/lost-values.ts'
import { readSnapshot } from '#shared/documents/snapshot.ts'
import { summaries } from '#shared/documents/readers/summarise.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { demoPeople } from '#shared/domain/demo/demo-people.ts'
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { brokenChecks } from '#shared/records/verify.ts'
import { readBriefFlow } from '#shared/records/brief-flow.ts'
import { readTaskLog } from '#shared/records/task-log.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { stagesOf } from '#shared/domain/tasks/sop.ts'
import { createNodeDevice } from '#test/support/node-device.ts'

/** A Friday noon in Shanghai: what stands where depends on who has been at work. */
const now = Date.parse('2026-11-27T04:00:00Z')
const environment = { ...createNodeDevice('http://127.0.0.1:1'), now: () => now }
let identity: Identity
let replica: TypedReplica<DocumentSummary>
beforeAll(async () => {
  const made = await openDemo(environment, { workspace: '山屿家居（演示）', me: '陈思远' })
  if (!made.ok) throw new Error(made.refusal.code)
  identity = made.value
  replica = await openReplica(environment, identity, summaries)
}, 60_000)
afterAll(() => replica.close())

const briefs = (): DocName[] =>
  replica.index.list().flatMap(({ name, summary }) => (summary.kind === 'brief' ? [name] : []))

test('it is made once; asked for again it is the same one', async () => {
  const again = await openDemo(environment, { workspace: 'Demo', me: 'Ana' })
  expect(again.ok && again.value.workspace.id).toBe(identity.workspace.id)
  const identities = await openIdentities(environment)
  expect(await identities.list()).toHaveLength(1)
  identities.close()
})

test('it has thirty briefs and eight people, and nothing of it waits to be sent', () => {
  expect(briefs()).toHaveLength(30)
  expect(replica.people.list().map(({ name }) => name)).toEqual(demoPeople.map(({ name }) => name))
  expect(replica.status.overall()).toMatchObject({ link: 'alone', waiting: 0 })
})

test('of the first brief a date gave way, so that whoever looks has something to put back', async () => {
  const given: string[] = []
  for (const name of briefs()) {
    const { doc, writerOf } = await replica.history.stateAt(name, Number.POSITIVE_INFINITY)
    const lost = readLostValues(doc, writerOf).filter(({ writer }) => writer === identity.member)
    given.push(...lost.map(({ key }) => key))
    doc.destroy()
  }
  expect(given).toEqual(['wantedBy'])
})

test('every step of every flow verifies, and its version is here and proved', async () => {
  const files = await replica.files()
  for (const name of briefs()) {
    const verdicts = await replica.records.verify(name)
    expect(verdicts.flatMap(brokenChecks)).toEqual([])
    for (const { snapshot, contentHash } of readBriefFlow(await replica.records.of(name)).steps) {
      if (snapshot === null || contentHash === null) continue
      const found = await files.fetch(snapshot as FileId, name)
      if (!found.ok) throw new Error(found.refusal)
      const bytes = new Uint8Array(await found.value.arrayBuffer())
      expect(readSnapshot(bytes, contentHash)).not.toBeNull()
    }
  }
})

test('its history says who did what, over weeks', async () => {
  const members = new Set<string>()
  for (const name of briefs()) {
    const entries = await replica.history.list(name)
    expect(entries.length).toBeGreaterThan(1)
    for (const { member } of entries) if (member !== null) members.add(member)
  }
  expect(members.size).toBeGreaterThan(3)
})

test('accepted briefs became tasks in every stage, some sent back, some waiting, and what they did verifies', async () => {
  const tasks = replica.index.list().flatMap(({ name, summary }) => {
    return summary.kind === 'task' ? [{ name, summary }] : []
  })
  for (const { name } of tasks.filter((_, at) => at % 40 === 0))
    expect((await replica.records.verify(name)).flatMap(brokenChecks)).toEqual([])
  expect(tasks.length).toBeGreaterThan(150)
  const logs = await Promise.all(
    tasks.map(async ({ name, summary }) =>
      readTaskLog(await replica.records.of(name), stagesOf(defaultSop, summary)),
    ),
  )
  const stages = new Set(logs.map(({ step }) => step))
  expect([...stages].sort()).toEqual(defaultSop.stages.map(({ id }) => id).sort())
  expect(new Set(logs.map(({ state }) => state))).toEqual(
    new Set(['ready', 'started', 'waiting', 'submitted']),
  )
  expect(logs.some(({ round }) => round > 0)).toBe(true)
  expect(logs.flatMap(({ troubles }) => troubles)).toHaveLength(1)
  expect(logs.filter(({ entries }) => entries.some(({ of }) => of !== null))).toHaveLength(1)
  expect(tasks.filter(({ summary }) => summary.tags.length > 1).length).toBeGreaterThan(60)
  expect(tasks.some(({ summary }) => summary.waits.length > 0)).toBe(true)
  for (const { entries } of logs) {
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort((a, b) => a - b))
    expect(entries.every(({ at }) => at < environment.now())).toBe(true)
  }
})
