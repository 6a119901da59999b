/** What a person does to their profile, or an owner or lead to another's. A command that would change nothing writes nothing. */
import type * as Y from 'yjs'
import { isCalendarDate } from '#shared/domain/briefs/calendar-date.ts'
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
import { change } from './local-change.ts'

export type HoursRefusal =
  | { readonly code: 'not-a-time-zone' }
  | { readonly code: 'not-a-time' }
  | { readonly code: 'not-days' }

export type Hours = Partial<Omit<Profile, 'languages'>>

export function setHours(doc: Y.Doc, hours: Hours): Result<null, HoursRefusal> {
  const { timeZone, workFrom, workTo, workingDays } = hours
  if (timeZone !== undefined && timeZone !== null && !isTimeZone(timeZone))
    return refuse({ code: 'not-a-time-zone' })
  for (const time of [workFrom, workTo])
    if (time !== undefined && time !== null && !isTimeOfDay(time))
      return refuse({ code: 'not-a-time' })
  if (workingDays !== undefined && workingDays !== null && readWorkingDays(workingDays) === null)
    return refuse({ code: 'not-days' })
  set(doc, 'fields', 'setHours', Object.entries(hours))
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
  root: 'fields' | 'languages',
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
