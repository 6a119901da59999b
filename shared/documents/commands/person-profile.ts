/** What a person does to their profile, or an owner or lead to another's. A command that would change nothing writes nothing. */
import type * as Y from 'yjs'
import { isCalendarDate } from '#shared/domain/briefs/calendar-date.ts'
import { isHolidayPlace } from '#shared/domain/calendar/holiday-places.ts'
import { daysBetween } from '#shared/domain/calendar/days-between.ts'
import type { SaidDay } from '#shared/domain/calendar/working-days.ts'
import { languageById } from '#shared/domain/choices/languages.ts'
import {
  isTimeOfDay,
  isTimeZone,
  languageLevels,
  type LanguageLevel,
  type Profile,
} from '#shared/domain/people/profile.ts'
import { readWorkingDays } from '#shared/domain/workspace/workspace.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { limits } from '#shared/protocol/limits.ts'
import { change } from './local-change.ts'

export type HoursRefusal =
  | { readonly code: 'not-a-time-zone' }
  | { readonly code: 'not-a-time' }
  | { readonly code: 'not-days' }
  | { readonly code: 'no-such-place' }

export type Hours = Partial<Omit<Profile, 'languages' | 'days'>>

export function setHours(doc: Y.Doc, hours: Hours): Result<null, HoursRefusal> {
  const { timeZone, workFrom, workTo, workingDays } = hours
  if (timeZone !== undefined && timeZone !== null && !isTimeZone(timeZone))
    return refuse({ code: 'not-a-time-zone' })
  for (const time of [workFrom, workTo])
    if (time !== undefined && time !== null && !isTimeOfDay(time))
      return refuse({ code: 'not-a-time' })
  if (workingDays !== undefined && workingDays !== null && readWorkingDays(workingDays) === null)
    return refuse({ code: 'not-days' })
  const { holidays } = hours
  if (holidays !== undefined && holidays !== null && !isHolidayPlace(holidays))
    return refuse({ code: 'no-such-place' })
  set(doc, 'fields', 'setHours', Object.entries(hours))
  return ok(null)
}

export type DaysRefusal = {
  readonly code: 'not-a-date' | 'ends-before-it-begins' | 'too-many-at-once' | 'too-many-days'
}

/** What the person says of each day from one to another, both in it; null: nothing any more. */
export function sayDays(
  doc: Y.Doc,
  from: string,
  to: string,
  said: SaidDay | null,
): Result<null, DaysRefusal> {
  if (!isCalendarDate(from) || !isCalendarDate(to)) return refuse({ code: 'not-a-date' })
  if (to < from) return refuse({ code: 'ends-before-it-begins' })
  const days = daysBetween(from, to)
  if (days.length > limits.daysAtOnce) return refuse({ code: 'too-many-at-once' })
  const known = rootMap(doc, 'days')
  const more = days.filter((day) => !known.has(`${day}/said`)).length
  if (said !== null && known.size + more > limits.daysPerPerson)
    return refuse({ code: 'too-many-days' })
  const changes = days.map((day) => [`${day}/said`, said] as const)
  set(doc, 'days', said === null ? 'takeDaysBack' : 'sayDays', changes)
  return ok(null)
}

/** `level` null: the person does not speak it after all. */
export function setLanguage(
  doc: Y.Doc,
  id: string,
  level: LanguageLevel | null,
  native = false,
): Result<null, { readonly code: 'no-such-language' | 'no-such-level' }> {
  if (languageById(id) === null) return refuse({ code: 'no-such-language' })
  if (level !== null && !languageLevels.includes(level)) return refuse({ code: 'no-such-level' })
  set(doc, 'languages', 'setLanguage', [
    [`${id}/level`, level],
    [`${id}/native`, native],
  ])
  return ok(null)
}

/** Somebody found out how well the person speaks it, on a day (`YYYY-MM-DD`). */
export function noteLanguageTest(
  doc: Y.Doc,
  id: string,
  level: LanguageLevel,
  by: string,
  on: string,
): Result<null, { readonly code: 'no-such-language' | 'no-such-level' | 'not-a-date' }> {
  if (languageById(id) === null) return refuse({ code: 'no-such-language' })
  if (!languageLevels.includes(level)) return refuse({ code: 'no-such-level' })
  if (!isCalendarDate(on)) return refuse({ code: 'not-a-date' })
  set(doc, 'languages', 'noteLanguageTest', [
    [`${id}/level`, level],
    [`${id}/testedBy`, by],
    [`${id}/testedOn`, on],
  ])
  return ok(null)
}

function set(
  doc: Y.Doc,
  root: 'fields' | 'languages' | 'days',
  command: string,
  values: readonly (readonly [key: string, value: unknown])[],
): void {
  const map = rootMap(doc, root)
  const changed = values.filter(
    ([key, value]) => JSON.stringify(map.get(key) ?? null) !== JSON.stringify(value ?? null),
  )
  if (changed.length === 0) return
  change(
    doc,
    command,
    changed.map(([key]) => key),
    () => {
      for (const [key, value] of changed) map.set(key, value ?? null)
    },
  )
}
