/** Back-planning through the working calendars of those who do the stages. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createWorkingCalendar,
  type WorkingWeek,
} from '#shared/domain/calendar/working-calendar.ts'
import { dayIn, endOfDay } from '#shared/domain/calendar/wanted-day.ts'
import { expectStages, leftOf } from '#shared/domain/tasks/expect-stages.ts'
import { latenessOf } from '#shared/domain/tasks/lateness.ts'
import { lookAhead } from '#shared/domain/tasks/outlook.ts'
import { planStages, type StagePlan, type StageWork } from '#shared/domain/tasks/plan-stages.ts'
import { reviewBuffer } from '#shared/domain/tasks/review-buffer.ts'

const hour = 3_600_000
const shenzhen: WorkingWeek = {
  ...{ timeZone: 'Asia/Shanghai', workFrom: '09:00', workTo: '18:00' },
  ...{ workingDays: [1, 2, 3, 4, 5], holidays: 'cn', days: {} },
}
const berlin: WorkingWeek = { ...shenzhen, timeZone: 'Europe/Berlin', holidays: 'de' }
const [inShenzhen, inBerlin] = [createWorkingCalendar(shenzhen), createWorkingCalendar(berlin)]

/** A draft of six hours, a cross review of two and a final review of four. */
const path: readonly StageWork[] = [
  { id: 'draft', ms: 6 * hour, calendar: inShenzhen },
  { id: 'cross-review', ms: 2 * hour, calendar: inShenzhen },
  { id: 'final-review', ms: 4 * hour, calendar: inShenzhen },
]
const wanted = (day: string): number => endOfDay(day, 'Asia/Shanghai') ?? 0
const plan = (work: readonly StageWork[], day: string, more = {}): StagePlan =>
  planStages(work, { until: wanted(day), reserves: true, ...more }) ??
  expect.fail('there is nothing to plan')
const at = (text: string): number => Date.parse(text)
/** At the clock of Shenzhen, without seconds. */
const clock = (moment: number): string =>
  new Date(moment + 8 * hour).toISOString().slice(5, 16).replace('T', ' ')
const said = ({ stages }: StagePlan) =>
  stages.map(({ id, startBy, dueAt }) => `${id} ${clock(startBy)} – ${clock(dueAt)}`)

describe('when the stages of a task are due', () => {
  test('a working day is kept free before the day it is wanted by, and the stages end before it', () => {
    const made = plan(path, '2026-12-09')
    expect(made.buffer).toEqual({
      ...{ from: at('2026-12-09T10:00+08:00'), to: at('2026-12-09T18:00+08:00'), ms: 8 * hour },
    })
    expect(said(made)).toEqual([
      'draft 12-07 16:00 – 12-08 13:00',
      'cross-review 12-08 13:00 – 12-08 15:00',
      'final-review 12-08 15:00 – 12-09 10:00',
    ])
  })

  test('nothing is planned into a weekend', () => {
    expect(said(plan(path, '2026-12-07'))).toEqual([
      'draft 12-03 16:00 – 12-04 13:00',
      'cross-review 12-04 13:00 – 12-04 15:00',
      'final-review 12-04 15:00 – 12-07 10:00',
    ])
    // Wanted on a Sunday is wanted on the Friday before.
    expect(said(plan(path, '2026-12-06'))).toEqual(said(plan(path, '2026-12-04')))
  })

  test('nothing is planned into the National Day holiday', () => {
    expect(said(plan(path, '2026-10-09'))).toEqual([
      'draft 09-30 16:00 – 10-08 13:00',
      'cross-review 10-08 13:00 – 10-08 15:00',
      'final-review 10-08 15:00 – 10-09 10:00',
    ])
  })

  test('who reviews in Berlin has the afternoon of Shenzhen; the draft is due when Shenzhen goes home', () => {
    const review = { id: 'final-review', ms: 4 * hour, calendar: inBerlin }
    const made = plan([...path.slice(0, 1), review], '2026-12-09')
    // Midnight in Shenzhen is 17:00 in Berlin, eight hours before is 09:00: the evening before is the same working time.
    expect(made.buffer?.from).toBe(at('2026-12-09T09:00+01:00'))
    expect(made.stages.map(({ dueAt }) => dueAt)).toEqual([
      at('2026-12-08T18:00+08:00'),
      at('2026-12-08T18:00+01:00'),
    ])
    expect(made.stages[1]?.startBy).toBe(at('2026-12-08T14:00+01:00'))
  })

  test('the clock of Berlin is put back in the weekend between; six hours of work stay six hours', () => {
    const made = plan([{ id: 'draft', ms: 6 * hour, calendar: inBerlin }], '2026-10-27')
    // On Tuesday in winter time the day in Shenzhen ends at 17:00 in Berlin.
    expect(made.stages[0]?.dueAt).toBe(at('2026-10-26T18:00+01:00'))
    const before = plan([{ id: 'draft', ms: 12 * hour, calendar: inBerlin }], '2026-10-27')
    // Nine hours of Monday, three of Friday in summer time.
    expect(before.stages[0]?.startBy).toBe(at('2026-10-23T15:00+02:00'))
  })

  test('what others wait for is done when they must begin, whatever its own day allows', () => {
    const before = { id: 'cross-review', at: at('2026-12-04T11:00+08:00') }
    expect(said(plan(path, '2026-12-09', { before }))).toEqual([
      'draft 12-03 12:00 – 12-03 18:00',
      'cross-review 12-04 09:00 – 12-04 11:00',
      'final-review 12-08 15:00 – 12-09 10:00',
    ])
    // Others that wait longer do not put it off.
    const late = { id: 'cross-review', at: at('2026-12-20T11:00+08:00') }
    expect(said(plan(path, '2026-12-09', { before: late }))).toEqual(said(plan(path, '2026-12-09')))
  })

  test('a fifth of the path is kept free, and at least a working day', () => {
    const of = (...hours: readonly number[]) => hours.map((one) => ({ ms: one * hour }))
    expect(reviewBuffer(of(6, 2, 4))).toBe(8 * hour)
    expect(reviewBuffer(of(30, 10))).toBe(8 * hour)
    expect(reviewBuffer(of(40, 12))).toBe(10.4 * hour)
  })

  test('who never works, and a path without work, have no plan instead of a wrong one', () => {
    const never = createWorkingCalendar({ ...shenzhen, workingDays: [], holidays: null })
    expect(
      planStages([{ id: 'draft', ms: hour, calendar: never }], { until: 0, reserves: true }),
    ).toBeNull()
    expect(planStages([], { until: 0, reserves: true })).toBeNull()
    expect(endOfDay('2026-02-30', 'Asia/Shanghai')).toBeNull()
    expect(endOfDay('soon', 'Asia/Shanghai')).toBeNull()
  })
})

describe('how it looks from now', () => {
  const from = (text: string, left = path) =>
    lookAhead({
      ...{ plan: plan(path, '2026-12-09'), left, until: wanted('2026-12-09'), from: at(text) },
      timeZone: 'Asia/Shanghai',
    })

  test('begun when it must be begun it fits to the minute; a minute later it uses the buffer', () => {
    expect(from('2026-12-07T16:00+08:00')).toMatchObject({
      ...{ verdict: 'fits', usedMs: 0, earliest: '2026-12-09' },
    })
    expect(from('2026-12-07T16:01+08:00')).toMatchObject({
      ...{ verdict: 'eats-buffer', usedMs: 60_000, earliest: '2026-12-10' },
    })
    expect(from('2026-12-08T10:00+08:00')).toMatchObject({
      ...{ verdict: 'eats-buffer', usedMs: 3 * hour, earliest: '2026-12-10' },
    })
  })

  test('what cannot be done even without the buffer is said with the first day it can', () => {
    expect(from('2026-12-09T09:00+08:00')).toMatchObject({
      ...{ verdict: 'too-late', usedMs: 8 * hour, earliest: '2026-12-11' },
    })
    // Before a weekend the day is behind it.
    expect(from('2026-12-10T09:00+08:00')?.earliest).toBe('2026-12-14')
  })

  test('of a stage under way only the rest is still to be done', () => {
    const draft = { ms: 6 * hour, calendar: inShenzhen }
    const since = (text: string) => leftOf(draft, at(text), at('2026-12-07T12:00+08:00'))
    expect(since('2026-12-07T09:00+08:00')).toBe(3 * hour)
    expect(since('2026-12-01T09:00+08:00')).toBe(0)
  })

  test('a stage is due soon for a working day, and overdue after its moment', () => {
    const [, , final] = plan(path, '2026-12-07').stages
    const is = (text: string) => final && latenessOf(final, at(text))
    // Due on Monday at 10:00: one hour of Monday, seven of Friday.
    expect(is('2026-12-04T10:59+08:00')).toBe('in-time')
    expect(is('2026-12-04T11:00+08:00')).toBe('soon')
    expect(is('2026-12-07T10:00+08:00')).toBe('soon')
    expect(is('2026-12-07T10:01+08:00')).toBe('late')
  })

  test('midnight belongs to the day it ends', () => {
    expect(dayIn(wanted('2026-12-09'), 'Asia/Shanghai')).toBe('2026-12-09')
    expect(dayIn(wanted('2026-12-09') + 1, 'Asia/Shanghai')).toBe('2026-12-10')
  })
})

const weeks = fc.record({
  timeZone: fc.constantFrom(
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/Los_Angeles',
    'Asia/Kolkata',
  ),
  workFrom: fc.constantFrom('06:00', '09:00', '13:30', '22:00'),
  workTo: fc.constantFrom('05:00', '12:15', '18:00', '21:30'),
  workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  holidays: fc.constantFrom(null, 'cn' as const, 'de' as const, 'us' as const),
  days: fc.constant({}),
})
const paths = fc
  .array(fc.record({ week: weeks, minutes: fc.integer({ min: 1, max: 3000 }) }), {
    ...{ minLength: 1, maxLength: 8 },
  })
  .map((stages) =>
    stages.map(({ week, minutes }, place): StageWork => ({
      ...{ id: `s${place}`, ms: minutes * 60_000, calendar: createWorkingCalendar(week) },
    })),
  )
const days = fc.integer({ min: 0, max: 700 }).map((n) => at('2026-03-01T16:00Z') + n * 24 * hour)

describe('whoever works when', () => {
  test('no stage is due or begun outside the working hours of its owner, and none before the one ahead of it is due', () => {
    fc.assert(
      fc.property(paths, days, (work, until) => {
        const made = planStages(work, { until, reserves: true })
        made?.stages.forEach(({ startBy, dueAt }, place) => {
          const calendar = work[place]?.calendar
          expect(calendar?.isWorking(startBy)).toBe(true)
          // The moment it is due may be the end of a span.
          expect(calendar?.isWorking(dueAt - 1)).toBe(true)
          expect(dueAt).toBeLessThanOrEqual(made.stages[place + 1]?.startBy ?? until)
        })
        expect(made?.stages).toHaveLength(work.length)
      }),
      { numRuns: 60 },
    )
  })

  test('who begins when it must be begun and goes on without a pause has each stage done when it is due', () => {
    fc.assert(
      fc.property(paths, days, (work, until) => {
        const made = planStages(work, { until, reserves: true })
        const stages = made?.stages ?? []
        const going = expectStages(work, stages[0]?.startBy ?? 0) ?? []
        for (const [place, { startBy, dueAt }] of stages.entries()) {
          const { calendar, ms } = work[place] ?? expect.fail()
          expect(calendar.add(startBy, ms)).toBe(dueAt)
          expect(going[place]?.endsAt).toBeLessThanOrEqual(dueAt)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('wanted later never means due earlier, nor begun earlier', () => {
    fc.assert(
      fc.property(paths, days, fc.integer({ min: 0, max: 60 }), (work, until, more) => {
        const [sooner, later] = [until, until + more * 12 * hour].map(
          (one) => planStages(work, { until: one, reserves: true })?.stages ?? [],
        )
        sooner?.forEach(({ dueAt, startBy }, place) => {
          expect(later?.[place]?.dueAt).toBeGreaterThanOrEqual(dueAt)
          expect(later?.[place]?.startBy).toBeGreaterThanOrEqual(startBy)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('wanted by the earliest possible day it fits, and by the day before it does not', () => {
    fc.assert(
      fc.property(paths, days, (work, from) => {
        const timeZone = 'Asia/Shanghai'
        const look = (until: number) => {
          const made = planStages(work, { until, reserves: true })
          return made && lookAhead({ plan: made, left: work, until, from, timeZone })
        }
        const { earliest = '' } = look(from) ?? {}
        const end = endOfDay(earliest, timeZone) ?? 0
        expect(look(end)?.verdict).toBe('fits')
        expect(look(end - 24 * hour)?.verdict).not.toBe('fits')
      }),
      { numRuns: 60 },
    )
  })
})
