/** What others did that a person is told of, and what not. */
import { expect, test } from 'vitest'
import { stepNotices } from '#client/live/step-notices.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import type { Access } from '#shared/lib/access.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import type { BriefFlow } from '#shared/records/brief-flow.ts'

const [me, mei, jo] = ['m', 'n', 'o'].map((letter) => letter.repeat(26) as MemberId)
const brief = `brief-${'b'.repeat(26)}` as DocName
const task = `task-${'t'.repeat(26)}` as DocName
const step = (
  id: string,
  outcome: string,
  by: unknown,
  at: number,
  receivedAt: number | null = at,
) => ({
  ...{ id, outcome, by, at, receivedAt, reason: outcome === 'returned' ? 'no proof' : '' },
})
const flowOf = (...steps: object[]) => new Map([[brief, { steps } as unknown as BriefFlow]])
const taskOf = (owners: object, ...entries: object[]) =>
  [
    { name: task, summary: { owners, retired: false }, log: { entries }, sop: null },
  ] as unknown as ListedTask[]
const kinds = (
  access: Access,
  flows: ReadonlyMap<DocName, BriefFlow>,
  tasks: readonly ListedTask[] = [],
  since = 0,
): string[] =>
  stepNotices({ me: me as MemberId, access, flows, tasks, since }).map(
    ({ kind, text }) => kind + text,
  )

test('who submitted is told of every answer; who judges, of every submission by others; nobody of their own', () => {
  const judged = flowOf(
    step('1', 'submitted', me, 1),
    step('2', 'returned', mei, 2),
    step('3', 'accepted', mei, 3),
  )
  expect(kinds('member', judged)).toEqual(['accepted', 'returnedno proof'])
  const theirs = flowOf(step('1', 'submitted', mei, 1), step('2', 'accepted', me, 2))
  expect(kinds('lead', theirs)).toEqual(['submitted'])
  expect(kinds('member', theirs)).toEqual([])
})

test('a task is news for whom it comes to: moved into their stage, sent back, handed over, waited for', () => {
  const move = (id: string, outcome: string, to: string, by = mei) => ({
    ...step(id, outcome, by, Number(id)),
    to,
    whom: null,
  })
  const give = (id: string, outcome: string, whom: unknown) => ({
    ...step(id, outcome, mei, Number(id)),
    to: null,
    whom,
  })
  const owners = { draft: me, 'cross-review': jo }
  const entries = [
    move('1', 'forward', 'draft'),
    move('2', 'forward', 'cross-review'),
    move('3', 'back', 'draft'),
    move('4', 'forward', 'draft', me),
    give('5', 'handed-over', me),
    give('6', 'waiting', me),
    give('7', 'waiting', jo),
  ]
  const expected = ['waits-for-you', 'handed-to-you', 'sent-back', 'your-turn']
  expect(kinds('member', new Map(), taskOf(owners, ...entries))).toEqual(expected)
})

test('news are of the last time, by when the relay heard of it: what was done offline long ago and comes now is news', () => {
  const flows = flowOf(
    step('1', 'submitted', me, 1),
    step('2', 'returned', mei, 5, 50),
    step('3', 'accepted', mei, 6, 6),
  )
  expect(kinds('member', flows, [], 10)).toEqual(['returnedno proof'])
})

test('what went wrong is news for whom it names and for whoever does the stage; mended, for who said it', () => {
  const said = (id: string, outcome: string, by: unknown, more: object) => ({
    ...step(id, outcome, by, Number(id)),
    ...{ step: 'draft', to: null, whom: null, of: null, ...more },
  })
  const told = (owners: object, ...entries: object[]) =>
    kinds('member', new Map(), taskOf(owners, ...entries))
  const named = said('1', 'went-wrong', mei, { whom: me })
  const unnamed = said('2', 'went-wrong', mei, {})
  expect(told({}, named, unnamed)).toEqual(['went-wrong'])
  expect(told({ draft: me }, unnamed)).toEqual(['went-wrong'])
  const mine = said('3', 'went-wrong', me, {})
  const mended = said('4', 'mended', mei, { of: '3' })
  expect(told({}, mine, mended)).toEqual(['mended'])
  expect(told({}, unnamed, said('5', 'mended', jo, { of: '2' }))).toEqual([])
})

test('a task that comes to somebody to be checked says so, and cannot be taken for their turn to make', () => {
  const move = (id: string, to: string) => ({
    ...step(id, 'forward', mei, Number(id)),
    to,
    whom: null,
  })
  const owners = { draft: me, 'cross-review': me }
  const tasks = taskOf(owners, move('1', 'draft'), move('2', 'cross-review'))
  const known = tasks.map((one) => ({ ...one, sop: defaultSop }))
  expect(kinds('member', new Map(), known)).toEqual(['check-asked', 'your-turn'])
})
