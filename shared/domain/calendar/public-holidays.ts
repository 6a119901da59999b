/** What a place's public table says of a day. Days are `YYYY-MM-DD`. Left out: the table itself (holiday-table.ts). */
import { daysBetween } from './days-between.ts'
import type { HolidayPlace } from './holiday-places.ts'
import { holidayTable, type HolidayYear } from './holiday-table.ts'

export interface PublicDay {
  readonly day: string
  /** True for a weekend day that is worked instead of a holiday. */
  readonly works: boolean
  readonly zh: string
  readonly en: string
}

const swapped = { zh: '调休上班', en: 'Worked instead of a holiday' }

const yearsRead = new Map<string, ReadonlyMap<string, PublicDay>>()

/** Null for a day like any other, and for years the table does not have. */
export function publicDay(place: HolidayPlace, day: string): PublicDay | null {
  return publicDaysOf(place, Number(day.slice(0, 4))).get(day) ?? null
}

/** The table's days of a year, in order; empty where it has none. */
export function publicDaysOf(place: HolidayPlace, year: number): ReadonlyMap<string, PublicDay> {
  const key = `${place} ${year}`
  const read = yearsRead.get(key) ?? readYear(year, holidayTable[place][year])
  yearsRead.set(key, read)
  return read
}

export interface PublicSpan {
  readonly from: string
  readonly to: string
  readonly zh: string
  readonly en: string
}

/** Holidays that end on `since` or later, as far as the table goes from that year on. */
export function publicSpans(place: HolidayPlace, since: string): readonly PublicSpan[] {
  const spans: PublicSpan[] = []
  for (let year = Number(since.slice(0, 4)); holidayTable[place][year] !== undefined; year += 1)
    for (const span of holidayTable[place][year]?.off ?? []) spans.push(spanOf(year, span))
  return spans.filter(({ to }) => to >= since)
}

/** What is known of a year: all of it, only what the law fixes, or nothing. */
export function knownOf(place: HolidayPlace, year: number): 'final' | 'by-law' | 'unknown' {
  const entry = holidayTable[place][year]
  return entry === undefined ? 'unknown' : entry.final ? 'final' : 'by-law'
}

function readYear(year: number, entry: HolidayYear | undefined): ReadonlyMap<string, PublicDay> {
  const days: PublicDay[] = []
  for (const span of entry?.off ?? []) {
    const { from, to, zh, en } = spanOf(year, span)
    for (const day of daysBetween(from, to)) days.push({ day, works: false, zh, en })
  }
  for (const day of entry?.work ?? []) days.push({ day: `${year}-${day}`, works: true, ...swapped })
  days.sort((a, b) => (a.day < b.day ? -1 : 1))
  return new Map(days.map((one) => [one.day, one]))
}

function spanOf(year: number, [days, zh, en]: HolidayYear['off'][number]): PublicSpan {
  const [from = '', to = from] = days.split('/')
  return { from: `${year}-${from}`, to: `${year}-${to}`, zh, en }
}
