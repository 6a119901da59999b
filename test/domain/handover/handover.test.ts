/** Since when somebody was away, what moved meanwhile, and who needs a thing first. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createWorkingCalendar,
  type WorkingWeek,
} from '#shared/domain/calendar/working-calendar.ts'
import { awaySince, longestAwayMs, visitAt, type Visit } from '#shared/domain/handover/away.ts'
import { heardAt, movedIn, type Happened } from '#shared/domain/handover/moved.ts'
import { byNeed, needOf, type Need } from '#shared/domain/handover/need.ts'
import type { MemberId } from '#shared/lib/ids.ts'

const hour = 3_600_000
const minute = 60_000
const week: WorkingWeek = {
  timeZone: 'Asia/Shanghai',
  workFrom: '09:00',
  workTo: '18:00',
  workingDays: [1, 2, 3, 4, 5],
  holidays: null,
  days: {},
}
const shenzhen = createWorkingCalendar(week)
const at = (iso: string): number => Date.parse(iso)
const monday = (clock: string): number => at(`2026-11-30T${clock}:00+08:00`)
const friday = (clock: string): number => at(`2026-11-27T${clock}:00+08:00`)

describe('since when somebody was away', () => {
  test('on Monday it is since Friday evening, all day long', () => {
    for (const clock of ['09:00', '12:00', '17:59'])
      expect(awaySince(shenzhen, [], monday(clock))).toEqual({
        since: friday('18:00'),
        began: monday('09:00'),
      })
  })

  test('before the hours begin it is since the last working day ended', () => {
    expect(awaySince(shenzhen, [], monday('07:30'))).toEqual({
      since: friday('18:00'),
      began: null,
    })
  })

  test('who went home early, or was not there at all, stopped when they were last here', () => {
    const early = { from: friday('09:00'), to: friday('15:20') }
    expect(awaySince(shenzhen, [early], monday('09:30')).since).toBe(friday('15:20'))
    const onTuesday = { from: at('2026-11-24T09:00:00+08:00'), to: at('2026-11-24T17:00:00+08:00') }
    expect(awaySince(shenzhen, [onTuesday], monday('09:30')).since).toBe(onTuesday.to)
  })

  test('a look at night, at the weekend or before work moves nothing', () => {
    const visits: Visit[] = [
      { from: friday('09:00'), to: friday('17:50') },
      { from: friday('23:00'), to: friday('23:05') },
      { from: at('2026-11-29T10:00:00+08:00'), to: at('2026-11-29T11:00:00+08:00') },
      { from: monday('08:40'), to: monday('09:20') },
    ]
    expect(awaySince(shenzhen, visits, monday('09:20')).since).toBe(friday('17:50'))
    // Who worked on until late stopped with their hours: what was read twice harms nobody.
    const late = { from: friday('14:00'), to: friday('21:00') }
    expect(awaySince(shenzhen, [late], monday('09:20')).since).toBe(friday('18:00'))
  })

  test('it is never in the future, never longer than the page looks back, and never inside the hours under way', () => {
    const moment = fc.integer({ min: at('2026-01-05T00:00:00Z'), max: at('2027-12-20T00:00:00Z') })
    fc.assert(
      fc.property(
        moment,
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 * 24 * 60 }), fc.nat(600))),
        fc.subarray([1, 2, 3, 4, 5, 6, 7]),
        (now, ago, workingDays) => {
          const calendar = createWorkingCalendar({ ...week, workingDays })
          const visits = ago.map(([minutes, long]) => ({
            from: now - minutes * minute,
            to: Math.min(now, now - (minutes - long) * minute),
          }))
          const { since, began } = awaySince(calendar, visits, now)
          expect(since).toBeLessThanOrEqual(began ?? now)
          expect(since).toBeGreaterThanOrEqual(now - longestAwayMs)
          if (began !== null) expect(calendar.isWorking(began)).toBe(true)
        },
      ),
    )
  })

  test('looks with short pauses are one visit, after a long one another begins', () => {
    const first = visitAt(null, 0)
    const on = visitAt(first, 20 * minute)
    expect(on).toEqual({ from: 0, to: 20 * minute })
    expect(visitAt(on, 2 * hour)).toEqual({ from: 2 * hour, to: 2 * hour })
  })
})

describe('what others moved meanwhile', () => {
  const people = ['m', 'n', 'o'].map((letter) => letter.repeat(26) as MemberId)
  const me = people[0] as MemberId

  test('everything somebody else did in the time is listed once, and nothing outside of it', () => {
    const step = fc.record({
      by: fc.constantFrom(...people),
      at: fc.integer({ min: 0, max: 100 }),
      receivedAt: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    })
    fc.assert(
      fc.property(
        fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 12 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (logs, one, other) => {
          const [since, until] = [Math.min(one, other), Math.max(one, other)]
          const things = logs.map((steps, thing) => ({
            thing,
            steps: steps.map((each, place): Happened => ({ ...each, id: `${thing}.${place}` })),
          }))
          const moved = movedIn(things, ({ steps }) => steps, { me, since, until })
          const listed = moved.flatMap(({ steps }) => steps.map(({ id }) => id))
          const expected = things
            .flatMap(({ steps }) => steps)
            .filter((each) => each.by !== me && heardAt(each) > since && heardAt(each) <= until)
          expect([...listed].toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
          expect(new Set(moved.map(({ thing }) => thing.thing)).size).toBe(moved.length)
          expect(moved.map((each) => each.at)).toEqual(
            moved.map((each) => each.at).toSorted((a, b) => b - a),
          )
          expect(moved.every(({ steps }) => steps.length > 0)).toBe(true)
        },
      ),
    )
  })

  test('two windows that meet list each step in one of them', () => {
    const steps: Happened[] = [10, 20, 30].map((moment) => ({
      id: `s${moment}`,
      by: people[1] as MemberId,
      at: moment,
      receivedAt: moment,
    }))
    const inside = (since: number, until: number): string[] =>
      movedIn([steps], (all) => all, { me, since, until }).flatMap((one) =>
        one.steps.map(({ id }) => id),
      )
    expect([...inside(0, 20), ...inside(20, 40)]).toEqual(['s10', 's20', 's30'])
  })
})

describe('who needs it before they go home', () => {
  test('at work: until their day ends; before it: from when they come; afterwards: when they are back', () => {
    expect(needOf(shenzhen, monday('15:50'))).toEqual({ kind: 'there', leaves: monday('18:00') })
    expect(needOf(shenzhen, monday('03:00'))).toEqual({
      kind: 'comes',
      from: monday('09:00'),
      leaves: monday('18:00'),
    })
    expect(needOf(shenzhen, friday('19:00'))).toEqual({ kind: 'away', back: monday('09:00') })
    const never = createWorkingCalendar({ ...week, workingDays: [] })
    expect(needOf(never, monday('10:00'))).toEqual({ kind: 'unknown' })
  })

  test('who leaves first comes first, then who comes, then who is away, then nobody', () => {
    const needs: (Need | null)[] = [
      null,
      { kind: 'away', back: 5 },
      { kind: 'there', leaves: 20 },
      { kind: 'comes', from: 8, leaves: 9 },
      { kind: 'there', leaves: 10 },
      { kind: 'unknown' },
    ]
    expect(
      needs.toSorted(byNeed).map((need) => need && [need.kind, 'leaves' in need && need.leaves]),
    ).toEqual([
      ['there', 10],
      ['there', 20],
      ['comes', 9],
      ['away', false],
      ['unknown', false],
      null,
    ])
  })
})
