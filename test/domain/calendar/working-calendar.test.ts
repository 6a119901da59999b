import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holidayPlaces } from '#shared/domain/calendar/holiday-places.ts'
import { holidayTable } from '#shared/domain/calendar/holiday-table.ts'
import { daysBetween } from '#shared/domain/calendar/days-between.ts'
import { knownOf, publicDay, publicDaysOf } from '#shared/domain/calendar/public-holidays.ts'
import {
  createWorkingCalendar,
  type WorkingWeek,
} from '#shared/domain/calendar/working-calendar.ts'
import { judgeDay, weekdayOf } from '#shared/domain/calendar/working-days.ts'

const hour = 3_600_000
const shenzhen: WorkingWeek = {
  timeZone: 'Asia/Shanghai',
  workFrom: '09:00',
  workTo: '18:00',
  workingDays: [1, 2, 3, 4, 5],
  holidays: 'cn',
  days: {},
}
const berlin: WorkingWeek = {
  ...shenzhen,
  timeZone: 'Europe/Berlin',
  workFrom: '09:30',
  holidays: 'de',
}
const at = (iso: string): number => Date.parse(iso)
const iso = (moment: number | null): string | null =>
  moment === null ? null : new Date(moment).toISOString()

describe('working time of one person', () => {
  test('what begins in the night begins with the working day', () => {
    const calendar = createWorkingCalendar(shenzhen)
    expect(iso(calendar.next(at('2026-11-26T20:00:00Z')))).toBe('2026-11-27T01:00:00.000Z')
    expect(calendar.isWorking(at('2026-11-27T01:00:00Z'))).toBe(true)
    expect(calendar.isWorking(at('2026-11-27T10:00:00Z'))).toBe(false)
  })

  test('two hours of work on Friday evening end on Monday', () => {
    const calendar = createWorkingCalendar(shenzhen)
    expect(iso(calendar.add(at('2026-11-27T09:00:00Z'), 2 * hour))).toBe('2026-11-30T02:00:00.000Z')
    expect(iso(calendar.takeAway(at('2026-11-30T02:00:00Z'), 2 * hour))).toBe(
      '2026-11-27T09:00:00.000Z',
    )
  })

  test('the span under way, the one that comes, and when the last one ended', () => {
    const calendar = createWorkingCalendar(shenzhen)
    const [from, to] = [at('2026-11-27T01:00:00Z'), at('2026-11-27T10:00:00Z')]
    for (const moment of [from - 6 * hour, from, to - 1])
      expect(calendar.under(moment)).toEqual({ from, to })
    expect(calendar.under(to)?.from).toBe(at('2026-11-30T01:00:00Z'))
    // Its end is over, a moment before it is not.
    expect(calendar.endBefore(to)).toBe(to)
    expect(calendar.endBefore(to - 1)).toBe(at('2026-11-26T10:00:00Z'))
    expect(calendar.endBefore(at('2026-11-30T00:59:00Z'))).toBe(to)
    const never = createWorkingCalendar({ ...shenzhen, workingDays: [] })
    expect([never.under(from), never.endBefore(from)]).toEqual([null, null])
  })

  test('what fills a day ends with it, not at the beginning of the next', () => {
    const calendar = createWorkingCalendar(shenzhen)
    expect(iso(calendar.add(at('2026-11-27T01:00:00Z'), 9 * hour))).toBe('2026-11-27T10:00:00.000Z')
  })

  test('the Saturday that is worked instead of a holiday counts, the holiday does not', () => {
    const calendar = createWorkingCalendar(shenzhen)
    expect(calendar.isWorking(at('2026-10-10T02:00:00Z'))).toBe(true)
    expect(calendar.isWorking(at('2026-10-05T02:00:00Z'))).toBe(false)
    expect(iso(calendar.next(at('2026-09-30T12:00:00Z')))).toBe('2026-10-08T01:00:00.000Z')
  })

  test('a day somebody takes off is not worked, one they work is, whatever the tables say', () => {
    const calendar = createWorkingCalendar({
      ...shenzhen,
      days: { '2026-11-27': 'off', '2026-11-28': 'work' },
    })
    expect(iso(calendar.next(at('2026-11-27T02:00:00Z')))).toBe('2026-11-28T01:00:00.000Z')
  })

  test('hours stay at the wall clock when summer time begins and ends', () => {
    const calendar = createWorkingCalendar(berlin)
    expect(iso(calendar.next(at('2026-03-27T22:00:00Z')))).toBe('2026-03-30T07:30:00.000Z')
    expect(iso(calendar.next(at('2026-10-23T22:00:00Z')))).toBe('2026-10-26T08:30:00.000Z')
  })

  test('a night shift over the change of clocks lasts as long as it really lasts', () => {
    const night = createWorkingCalendar({
      ...berlin,
      workFrom: '22:00',
      workTo: '06:00',
      workingDays: [6],
    })
    expect(night.between(at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'))).toBe(7 * hour)
    expect(night.between(at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(9 * hour)
  })

  test('who works three days a week makes up for no holiday', () => {
    const part = createWorkingCalendar({ ...shenzhen, workingDays: [2, 3, 4] })
    expect(part.isWorking(at('2026-10-10T02:00:00Z'))).toBe(false)
    expect(part.isWorking(at('2026-10-01T02:00:00Z'))).toBe(false)
  })

  test('somebody who works on no day has no moment to begin', () => {
    const never = createWorkingCalendar({ ...shenzhen, workingDays: [] })
    expect(never.next(0)).toBeNull()
    expect(never.add(0, hour)).toBeNull()
    expect(never.takeAway(at('2026-11-27T00:00:00Z'), hour)).toBeNull()
    expect(createWorkingCalendar({ ...shenzhen, workTo: '09:00' }).next(0)).toBeNull()
  })
})

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${minutes}`)
const anyWeek: fc.Arbitrary<WorkingWeek> = fc
  .record({
    timeZone: fc.constantFrom(
      ...['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Jakarta', 'Asia/Kathmandu'],
      ...['Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia', 'UTC'],
    ),
    workFrom: clock,
    workTo: clock,
    workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    holidays: fc.constantFrom(null, ...holidayPlaces),
    days: fc.dictionary(
      fc
        .integer({ min: 0, max: 700 })
        .map((day) => new Date(at('2026-01-01') + day * 86_400_000).toISOString().slice(0, 10)),
      fc.constantFrom('off' as const, 'work' as const),
      { maxKeys: 40 },
    ),
  })
  .filter(({ workFrom, workTo }) => workFrom !== workTo)
const moment = fc
  .integer({ min: 0, max: 600 * 24 * 60 })
  .map((minute) => at('2026-01-01T00:00:00Z') + minute * 60_000)
const work = fc.integer({ min: 1, max: 300 * 60 }).map((minutes) => minutes * 60_000)

describe('any calendar', () => {
  test('no due time falls outside working hours', () => {
    fc.assert(
      fc.property(anyWeek, moment, work, (week, from, ms) => {
        const calendar = createWorkingCalendar(week)
        const due = calendar.add(from, ms)
        if (due === null) return
        // Its last millisecond was worked: the end of a day is a due time, too.
        expect(calendar.isWorking(due - 1)).toBe(true)
      }),
    )
  })

  test('adding and taking away again comes back to where work began', () => {
    fc.assert(
      fc.property(anyWeek, moment, work, (week, from, ms) => {
        const calendar = createWorkingCalendar(week)
        const due = calendar.add(from, ms)
        if (due === null) return
        expect(calendar.takeAway(due, ms)).toBe(calendar.next(from))
      }),
    )
  })

  test('what lies between two moments is what adding needs to get there', () => {
    fc.assert(
      fc.property(anyWeek, moment, work, (week, from, ms) => {
        const calendar = createWorkingCalendar(week)
        const due = calendar.add(from, ms)
        if (due !== null) expect(calendar.between(from, due)).toBe(ms)
      }),
    )
  })
})

describe('the table of public holidays', () => {
  test('has real days only, in its own year, each once', () => {
    for (const place of holidayPlaces)
      for (const year of Object.keys(holidayTable[place]).map(Number)) {
        const days = [...publicDaysOf(place, year).keys()]
        const spans = holidayTable[place][year]?.off ?? []
        const all = spans.flatMap(([span]) => {
          const [from = '', to = from] = span.split('/')
          return daysBetween(`${year}-${from}`, `${year}-${to}`)
        })
        expect(new Set(all).size, `${place} ${year}`).toBe(all.length)
        expect(days).toEqual([...new Set([...all, ...days])].sort())
        for (const day of days)
          expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
      }
  })

  test('calls only weekend days worked instead', () => {
    for (const day of publicDaysOf('cn', 2026).values())
      if (day.works) expect(weekdayOf(day.day), day.day).toBeGreaterThan(5)
  })

  test('says of years it does not have that they are not known', () => {
    expect(knownOf('cn', 2026)).toBe('final')
    expect(knownOf('cn', 2027)).toBe('by-law')
    expect(knownOf('id', 2027)).toBe('unknown')
    expect(publicDay('id', '2027-01-01')).toBeNull()
  })

  test('gives way to what somebody said of the day', () => {
    expect(judgeDay(shenzhen, '2026-10-01')).toMatchObject({
      works: false,
      why: { kind: 'public', day: { zh: '国庆节' } },
    })
    expect(judgeDay({ ...shenzhen, days: { '2026-10-01': 'work' } }, '2026-10-01')).toEqual({
      works: true,
      why: { kind: 'said' },
    })
  })
})
