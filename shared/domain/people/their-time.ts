/** What time it is for a person, and whether they work, are awake or asleep then. `now` in ms. */
import { isTimeOfDay, isTimeZone } from './profile.ts'
import { usualWorkingDays } from '#shared/domain/workspace/workspace.ts'

export type Presence = 'working' | 'awake' | 'asleep'

export interface TheirTime {
  /** `HH:MM`. */
  readonly clock: string
  /** 1 is Monday. */
  readonly weekday: number
  readonly presence: Presence
}

export interface WorkingHours {
  readonly timeZone: string | null
  readonly workFrom: string | null
  readonly workTo: string | null
  readonly workingDays: readonly number[] | null
}

/** Most people's night, unless they work in it. */
const night = { from: '23:00', to: '07:00' }
const usual = { from: '09:00', to: '18:00' }

/** Null while nobody said where the person is. */
export function theirTime(person: WorkingHours, now: number): TheirTime | null {
  if (!isTimeZone(person.timeZone)) return null
  const { clock, weekday } = clockIn(person.timeZone, now)
  const from = isTimeOfDay(person.workFrom) ? person.workFrom : usual.from
  const to = isTimeOfDay(person.workTo) ? person.workTo : usual.to
  const days = person.workingDays ?? usualWorkingDays
  // Behind midnight a night shift belongs to the day it began.
  const began = from > to && clock < to ? (weekday === 1 ? 7 : weekday - 1) : weekday
  const works = days.includes(began) && isWithin(clock, from, to)
  const sleeps = isWithin(clock, night.from, night.to)
  return { clock, weekday, presence: works ? 'working' : sleeps ? 'asleep' : 'awake' }
}

/** A span may go over midnight; one without length is empty. */
const isWithin = (clock: string, from: string, to: string): boolean =>
  from <= to ? from <= clock && clock < to : from <= clock || clock < to

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function clockIn(timeZone: string, now: number): { clock: string; weekday: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return {
    clock: `${part('hour')}:${part('minute')}`,
    weekday: weekdays.indexOf(part('weekday')) + 1,
  }
}
