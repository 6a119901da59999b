/** Which days a person works: what they said of the day, else the public table, else their week (decisions.md, part 24). */
import { usualWorkingDays } from '#shared/domain/workspace/workspace.ts'
import type { HolidayPlace } from './holiday-places.ts'
import { publicDay, type PublicDay } from './public-holidays.ts'

/** What somebody says of one day. */
export type SaidDay = 'off' | 'work'

export interface WorkingDays {
  /** 1 is Monday; null: as usual. */
  readonly workingDays: readonly number[] | null
  readonly holidays: HolidayPlace | null
  /** By day, `YYYY-MM-DD`. */
  readonly days: Readonly<Record<string, SaidDay>>
}

export type DayReason =
  | { readonly kind: 'said' }
  | { readonly kind: 'public'; readonly day: PublicDay }
  | { readonly kind: 'week' }

const fullWeek = 5

/** 1 is Monday. */
export const weekdayOf = (day: string): number =>
  ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

export function judgeDay(
  { workingDays, holidays, days }: WorkingDays,
  day: string,
): { readonly works: boolean; readonly why: DayReason } {
  const said = days[day]
  if (said !== undefined) return { works: said === 'work', why: { kind: 'said' } }
  const week = workingDays ?? usualWorkingDays
  const known = holidays === null ? null : publicDay(holidays, day)
  // A day worked instead makes up for one of a full week; who works fewer days has none to make up for.
  if (known !== null && (!known.works || week.length >= fullWeek))
    return { works: known.works, why: { kind: 'public', day: known } }
  return { works: week.includes(weekdayOf(day)), why: { kind: 'week' } }
}
