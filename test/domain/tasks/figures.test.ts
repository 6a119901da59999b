/** The figures' definitions as worked examples: what counts as approved, a round, on time, kept, done by whom. */
import { expect, test } from 'vitest'
import { createWorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { shareOf, spreadOf } from '#shared/domain/tasks/figures/counts.ts'
import { measureTasks, type Figures } from '#shared/domain/tasks/figures/measure-tasks.ts'
import type { Asked } from '#shared/domain/tasks/figures/period.ts'
import {
  caseOf,
  type TaskCase,
  type WalkedTask,
  type WalkedWay,
} from '#shared/domain/tasks/figures/task-case.ts'
import { stagesOf } from '#shared/domain/tasks/sop.ts'
import type { TaskSummary } from '#shared/domain/tasks/task.ts'
import type { CauseId } from '#shared/lib/causes.ts'
import type { DocName, MemberId, Topic } from '#shared/lib/ids.ts'
import { createRandom } from '#shared/lib/random.ts'

const hour = 3_600_000
const day = 24 * hour
/** A Monday, 08:00 in Shanghai. */
const start = Date.UTC(2026, 9, 5)
const [lin, mei] = ['lin', 'mei'] as unknown as readonly [MemberId, MemberId]
const name = (n: number): DocName => `task-${n}` as DocName
const asked: Asked = { from: start, to: start + 60 * day, now: start + 60 * day, doer: null }
const stages = defaultSop.stages.map(({ id }) => id)
const measure = (cases: readonly TaskCase[], more: Partial<Asked> = {}): Figures =>
  measureTasks(cases, { ...asked, ...more }, stages)

function made(n: number, more: Partial<TaskCase> = {}): TaskCase {
  return {
    ...{ name: name(n), brief: 'b' as Topic, product: `p${n}`, maker: lin, visits: [], rounds: [] },
    ...{ acceptedAt: start, startedAt: start + day, approvedAt: start + n * day },
    ...{ wantedAt: null, wantedNowAt: null, checks: { asked: 4, done: 4 } },
    ...{ finalGate: { reached: true, escaped: false }, newest: start + n * day },
    ...{ late: 0, unsent: 0 },
    ...more,
  }
}
const ten = Array.from({ length: 10 }, (_, at) => made(at + 1))
const round = (cause: CauseId) => ({ cause })

test('of ten finished tasks, three sent back, one of them twice: 70 %, 30 % and 0.4 rounds', () => {
  const figures = measure(
    ten.map((one, at) =>
      at < 3
        ? {
            ...one,
            rounds: at === 0 ? [round('visual'), round('brief-changed')] : [round('visual')],
          }
        : one,
    ),
  )
  expect(figures.firstPass).toMatchObject({ top: 7, of: 10, share: 0.7 })
  expect(figures.rework).toMatchObject({ top: 3, share: 0.3, tops: [1, 2, 3].map(name) })
  expect(figures.intensity).toMatchObject({ top: 4, of: 10, share: 0.4 })
  // Four rounds are too few for a percentage.
  expect(
    figures.causes.map(({ cause, share }) => [cause, share.top, share.of, share.share]),
  ).toEqual([
    ['visual', 3, 4, null],
    ['brief-changed', 1, 4, null],
  ])
  expect(figures.origins.map(({ origin, share }) => [origin, share.top])).toEqual([
    ['production', 3],
    ['brief', 1],
  ])
})

test('causes of all rounds add up to the whole', () => {
  const causes: readonly CauseId[] = [
    'visual',
    'visual',
    'platform-rule',
    'brief-missing',
    'visual',
  ]
  const figures = measure(causes.map((cause, n) => made(n, { rounds: [round(cause)] })).slice(1))
  expect(figures.causes.every(({ share }) => share.share === null)).toBe(true)
  const five = measure(causes.map((cause, n) => made(n + 1, { rounds: [round(cause)] })))
  expect(five.causes[0]?.share.share).toBe(0.6)
  expect(five.causes.reduce((sum, { share }) => sum + (share.share ?? 0), 0)).toBeCloseTo(1)
})

test('under five cases no percentage and no median is given', () => {
  expect(shareOf(ten.slice(0, 4), () => true)).toMatchObject({ top: 4, of: 4, share: null })
  expect(shareOf(ten.slice(0, 5), () => true).share).toBe(1)
  const cases = (count: number) =>
    ten.slice(0, count).map((one, at) => ({ name: one.name, ms: at }))
  expect(spreadOf(cases(4))).toMatchObject({ median: null, p90: null })
  expect(spreadOf(cases(5))).toMatchObject({ median: 2, p90: 4 })
  expect(spreadOf(cases(10))).toMatchObject({ median: 4.5, p90: 8 })
})

test('tasks count in the period they were finished in, and open ones not at all', () => {
  const cases = [...ten, made(11, { approvedAt: null })]
  const figures = measure(cases, { from: start + 3 * day, to: start + 6 * day })
  expect(figures.approved).toEqual([3, 4, 5].map(name))
})

test('not finished is late, what is not due yet counts nowhere, and a date that was moved shows', () => {
  const wantedAt = start + 20 * day
  const wanted = { wantedAt, wantedNowAt: wantedAt }
  const cases = [
    ...ten.slice(0, 4).map((one) => ({ ...one, ...wanted })),
    made(5, { ...wanted, approvedAt: wantedAt + 1 }),
    made(6, { ...wanted, approvedAt: null }),
    made(7, { wantedAt: start + 70 * day, wantedNowAt: start + 70 * day, approvedAt: null }),
  ]
  expect(measure(cases).onTime).toMatchObject({ top: 4, of: 6 })
  expect(measure(cases).onTimeNow).toBeNull()
  const moved = cases.with(4, made(5, { ...cases[4], wantedNowAt: wantedAt + day }))
  expect(measure(moved).onTime).toMatchObject({ top: 4, of: 6 })
  expect(measure(moved).onTimeNow).toMatchObject({ top: 5, of: 6 })
})

test('time per SKU runs to the last of its tasks, and a product with one open is not over', () => {
  const product = 'mug'
  const cases = [made(1, { product }), made(9, { product }), made(3, { product: 'jug' })]
  expect(measure(cases).products.cases).toEqual([
    { name: name(3), ms: 3 * day },
    { name: name(9), ms: 9 * day },
  ])
  const open = [...cases, made(4, { product, approvedAt: null })]
  expect(measure(open).products.cases.map((one) => one.name)).toEqual([name(3)])
})

test('final review stops a task that the reviews before had passed; masters never reach it', () => {
  const cases = ten.map((one, at) => ({
    ...one,
    finalGate: at === 0 ? null : { reached: true, escaped: at < 3 },
  }))
  expect(measure(cases).escape).toMatchObject({ top: 2, of: 9 })
})

test('adherence counts checks, strict adherence tasks', () => {
  const cases = ten.map((one, at) => ({ ...one, checks: { asked: 4, done: at < 2 ? 3 : 4 } }))
  expect(measure(cases).adherence).toMatchObject({ top: 38, of: 40, share: 0.95 })
  expect(measure(cases).strict).toMatchObject({ top: 8, of: 10, share: 0.8 })
})

test('what in-house and outsourced people made is everything that somebody made', () => {
  const cases = ten.map((one, at) => ({ ...one, maker: at < 4 ? mei : lin }))
  const inside = measure(cases, { doer: (member) => member === lin })
  const outside = measure(cases, { doer: (member) => member !== lin })
  expect([inside.approved.length, outside.approved.length]).toEqual([6, 4])
  expect(measure([made(1, { maker: null })], { doer: () => true }).approved).toEqual([])
})

const calendar = createWorkingCalendar({
  ...{
    timeZone: 'Asia/Shanghai',
    workFrom: '09:00',
    workTo: '18:00',
    workingDays: [1, 2, 3, 4, 5],
  },
  ...{ holidays: null, days: {} },
})
const summary = {
  ...{ kind: 'task', brief: 'b', product: 'p', deliverable: 'bullets', sop: 'default-1' },
  ...{ path: 'master', translates: false, owners: {} },
} as unknown as TaskSummary
const stay = (step: string, from: number | null, to: number | null, more: object = {}) => ({
  ...{ step, from, to, leftBy: to === null ? null : ('forward' as const), by: lin, touchMs: 0 },
  ...{ checks: [] as readonly string[], ...more },
})
function walked(visits: WalkedWay['visits'], way: Partial<WalkedWay> = {}): TaskCase {
  const task: WalkedTask = {
    ...{ name: name(1), summary, kind: 'copy', sop: defaultSop },
    path: stagesOf(defaultSop, summary),
    way: {
      ...{ visits, rounds: [], arrivedAt: null, startedAt: null, newest: null, late: 0, unsent: 0 },
      ...way,
    },
  }
  return caseOf(task, {
    ...{ acceptedAt: start, masterPassedAt: null, wantedAt: null, wantedNowAt: null },
    calendarOf: () => calendar,
  })
}

test('a stay is due after the service time in working hours: two hours of a Friday afternoon end on Monday', () => {
  const friday = start + 4 * day + 9 * hour
  const one = walked([stay('planning', friday, friday + hour)])
  expect(one.visits[0]?.dueAt).toBe(start + 7 * day + 2 * hour)
})

test('the first stay begins with the brief’s acceptance, re-entries of one task add up, overdue stays are not kept', () => {
  const monday = start + hour
  const one = walked(
    [
      stay('planning', null, monday + hour, { touchMs: hour }),
      stay('draft', monday + hour, monday + 2 * hour),
      stay('cross-review', monday + 2 * hour, monday + 3 * hour, { leftBy: 'back' }),
      stay('draft', monday + 3 * hour, monday + 30 * hour),
      stay('cross-review', monday + 30 * hour, monday + 31 * hour),
    ],
    { arrivedAt: monday + 31 * hour },
  )
  const { stages: found, flow } = measure([one])
  expect(
    found.map(({ stage, turnaround }) => [stage, (turnaround.cases[0]?.ms ?? 0) / hour]),
  ).toEqual([
    ['planning', 2],
    ['draft', 28],
    ['cross-review', 2],
  ])
  expect(flow).toMatchObject({ top: hour, of: 32 * hour })
  expect(found.map(({ kept }) => [kept.top, kept.of])).toEqual([
    [1, 1],
    [1, 2],
    [2, 2],
  ])
  const open = walked([stay('planning', monday, null)])
  expect(measure([open]).stages[0]?.kept).toMatchObject({ top: 0, of: 1 })
})

test('only checks named when a stage was last left forward count, out of all its path asks of the kind', () => {
  const one = walked(
    [
      stay('planning', start, start + 1, { checks: ['competitor-research', 'slot-plan'] }),
      stay('draft', start + 1, start + 2, { checks: ['version-there', 'unknown'] }),
    ],
    { arrivedAt: start + 3 },
  )
  // Planning 2 (the timed script is of videos), draft 5, cross review 2.
  expect(one.checks).toEqual({ asked: 9, done: 3 })
  expect(one.maker).toBe(lin)
})

test('the same cases in any order give the same figures', () => {
  const random = createRandom(7)
  const cases = ten.map((one, at) => ({
    ...one,
    rounds: at % 3 === 0 ? [round('visual')] : [],
    approvedAt: at === 4 ? null : start + (at % 4) * day,
    product: `p${at % 3}`,
  }))
  const now = measure(cases)
  for (let run = 0; run < 50; run += 1)
    expect(measure(cases.toSorted(() => random.next() - 0.5))).toEqual(now)
})
