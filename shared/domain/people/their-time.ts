/** What time it is for a person, whether they work, are awake or asleep then, and when they are at work next. `now` in ms. */
import { Temporal } from 'temporal-polyfill'
import type { PublicDay } from '#shared/domain/calendar/public-holidays.ts'
import {
  createWorkingCalendar,
  type WorkingWeek,
} from '#shared/domain/calendar/working-calendar.ts'
import { judgeDay } from '#shared/domain/calendar/working-days.ts'
import { isTimeOfDay, isTimeZone, type WorkingHours } from './profile.ts'

export type Presence = 'working' | 'awake' | 'asleep'

export interface TheirTime {
  /** `HH:MM`. */
  readonly clock: string
  /** 1 is Monday. */
  readonly weekday: number
  readonly presence: Presence
  /** When they are at work again, ms; null while they are, and for who works on no day. */
  readonly next: number | null
  /** Why a day of their week is not worked. */
  readonly off:
    | { readonly kind: 'said' }
    | { readonly kind: 'public'; readonly day: PublicDay }
    | null
}

/** Most people's night, unless they work in it. */
const night = { from: '23:00', to: '07:00' }
export const usualHours = { from: '09:00', to: '18:00' }

/** Hours that were not said are the usual ones. Null while nobody said where the person is. */
export function workingWeekOf(person: WorkingHours): WorkingWeek | null {
  const { timeZone, workFrom, workTo, workingDays, holidays, days } = person
  if (!isTimeZone(timeZone)) return null
  return {
    ...{ timeZone, workingDays, holidays, days },
    workFrom: isTimeOfDay(workFrom) ? workFrom : usualHours.from,
    workTo: isTimeOfDay(workTo) ? workTo : usualHours.to,
  }
}

export function theirTime(person: WorkingHours, now: number): TheirTime | null {
  const week = workingWeekOf(person)
  if (week === null) return null
  const there = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(week.timeZone)
  const clock = there.toPlainTime().toString({ smallestUnit: 'minute' })
  const calendar = createWorkingCalendar(week)
  const works = calendar.isWorking(now)
  const { works: isWorkday, why } = judgeDay(week, there.toPlainDate().toString())
  const isInWeek = judgeDay({ ...week, holidays: null, days: {} }, there.toPlainDate().toString())
  return {
    clock,
    weekday: there.dayOfWeek,
    presence: works ? 'working' : isWithin(clock, night.from, night.to) ? 'asleep' : 'awake',
    next: works ? null : calendar.next(now),
    off: works || isWorkday || !isInWeek.works || why.kind === 'week' ? null : why,
  }
}

const isWithin = (clock: string, from: string, to: string): boolean =>
  from <= to ? from <= clock && clock < to : from <= clock || clock < to
