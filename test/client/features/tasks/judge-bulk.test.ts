/** Many tasks at once: each is judged as its own page would, and what stands so already is not done again. */
import { expect, test } from 'vitest'
import { byReason } from '#client/features/tasks/bulk/say-bulk.ts'
import { whyNot as whyNotFor, type BulkAct } from '#client/features/tasks/bulk/judge-bulk.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { gateOf } from '#shared/domain/tasks/gate.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import { tickOf } from '#shared/domain/tasks/task.ts'
import type { MemberId } from '#shared/lib/ids.ts'

const [lin, mei] = ['m'.repeat(26) as MemberId, 'n'.repeat(26) as MemberId]
const whyNot = (
  task: ListedTask,
  act: BulkAct,
  mayWrite: boolean,
  ticks: ReadonlySet<string> | null,
) => whyNotFor(task, act, mayWrite, ticks, lin)
const stage = stageById(defaultSop, 'draft')
const checks = stage === null ? [] : gateOf(stage, 'image', new Set(), 0).missing
const ticked = (round: number) => new Set(checks.map(({ id }) => tickOf('draft', id, round)))
const task = (more: object = {}, summary: object = {}, log: object = {}): ListedTask =>
  ({
    ...{ isHere: true, sop: defaultSop, stage, kind: 'image', role: 'designer', owner: null },
    ...{ waits: [], waitsForMaster: false },
    summary: { owners: {}, tags: [], retired: false, dueOn: null, wantedBy: null, ...summary },
    log: { step: 'draft', isOver: false, round: 0, entries: [], ...log },
    ...more,
  }) as unknown as ListedTask
const move: BulkAct = { kind: 'move' }
const assign: BulkAct = { kind: 'assign', to: lin }

test('a task moves on only with everything ticked in this round, its master passed and nothing to wait for', () => {
  expect(checks.length).toBeGreaterThan(0)
  expect(whyNot(task(), move, true, ticked(0))).toBeNull()
  expect(whyNot(task(), move, true, new Set())).toBe('unticked')
  expect(whyNot(task({}, {}, { round: 1 }), move, true, ticked(0))).toBe('unticked')
  expect(whyNot(task({ waitsForMaster: true }), move, true, ticked(0))).toBe('waits-for-master')
  const waits = (state: string) => task({ waits: [{ topic: 't', state }] })
  expect(whyNot(waits('open'), move, true, ticked(0))).toBe('held-up')
  for (const state of ['over', 'circle', 'unknown'])
    expect(whyNot(waits(state), move, true, ticked(0))).toBeNull()
})

test('what is not here, may only be read, is retired, finished or of an unknown SOP is said as that', () => {
  expect(whyNot(task({ isHere: false }), assign, true, null)).toBe('not-here')
  expect(whyNot(task(), assign, false, null)).toBe('read-only')
  expect(whyNot(task({}, { retired: true }), assign, true, null)).toBe('retired')
  expect(whyNot(task({}, {}, { isOver: true }), move, true, ticked(0))).toBe('arrived')
  expect(whyNot(task({ sop: null, stage: null }), assign, true, null)).toBe('unknown-sop')
})

test('what stands so already is neither written nor logged again', () => {
  expect(whyNot(task({}, { owners: { draft: lin } }), assign, true, null)).toBe('already')
  const day: BulkAct = { kind: 'day', day: '2026-12-08' }
  expect(whyNot(task({}, { wantedBy: '2026-12-08' }), day, true, null)).toBe('already')
  expect(whyNot(task({}, { wantedBy: '2026-12-09' }), day, true, null)).toBeNull()
  expect(whyNot(task(), { kind: 'day', day: null }, true, null)).toBe('already')
  const tag = (on: boolean): BulkAct => ({ kind: 'tag', tag: 'scene.home', on })
  expect(whyNot(task({}, { tags: ['scene.home'] }), tag(true), true, null)).toBe('already')
  expect(whyNot(task(), tag(false), true, null)).toBe('already')
})

test('where the SOP asks for it, who made a task is not given its review, nor moves it through', () => {
  const made = { id: '1', outcome: 'forward', by: lin, step: 'draft' }
  const review = stageById(defaultSop, 'cross-review')
  const at = { step: 'cross-review', entries: [made] }
  const under = (duties: 'solo' | 'small') =>
    task({ sop: { ...defaultSop, duties }, stage: review }, {}, at)
  const all = review === null ? [] : gateOf(review, 'image', new Set(), 0).missing
  const ticks = new Set(all.map(({ id }) => tickOf('cross-review', id, 0)))
  expect(whyNot(under('small'), assign, true, null)).toBe('own-work')
  expect(whyNot(under('small'), move, true, ticks)).toBe('own-work')
  expect(whyNot(under('small'), { kind: 'assign', to: mei }, true, null)).toBeNull()
  expect(whyNot(under('solo'), assign, true, null)).toBeNull()
})

test('those not done are counted by reason, each once', () => {
  const not = [
    { task: task(), why: 'unticked' },
    { task: task(), why: 'retired' },
    { task: task(), why: 'unticked' },
  ] as const
  expect(byReason(not).map(({ why, tasks }) => [why, tasks.length])).toEqual([
    ['retired', 1],
    ['unticked', 2],
  ])
})
