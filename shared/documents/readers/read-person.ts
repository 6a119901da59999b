/** A person's profile as plain values. Total: what cannot be read counts as not said. */
import type * as Y from 'yjs'
import { isHolidayPlace } from '#shared/domain/calendar/holiday-places.ts'
import type { SaidDay } from '#shared/domain/calendar/working-days.ts'
import { isCalendarDate } from '#shared/domain/briefs/calendar-date.ts'
import {
  isTimeOfDay,
  isTimeZone,
  languageLevels,
  type LanguageLevel,
  type PersonSummary,
  type Profile,
  type SpokenLanguage,
} from '#shared/domain/people/profile.ts'
import { readWorkingDays } from '#shared/domain/workspace/workspace.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { limits } from '#shared/protocol/limits.ts'

export function readPerson(doc: Y.Doc): Profile {
  const fields = rootMap(doc, 'fields')
  const [timeZone, workFrom, workTo, holidays] = [
    ...['timeZone', 'workFrom', 'workTo', 'holidays'],
  ].map((field) => fields.get(field))
  return {
    timeZone: isTimeZone(timeZone) ? timeZone : null,
    workFrom: isTimeOfDay(workFrom) ? workFrom : null,
    workTo: isTimeOfDay(workTo) ? workTo : null,
    workingDays: readWorkingDays(fields.get('workingDays')),
    holidays: isHolidayPlace(holidays) ? holidays : null,
    days: readDays(rootMap(doc, 'days')),
    languages: readLanguages(rootMap(doc, 'languages')),
  }
}

export function summarisePerson(doc: Y.Doc): PersonSummary {
  const { languages, ...hours } = readPerson(doc)
  return { kind: 'person', title: '', ...hours, languages: languages.map(({ id }) => id) }
}

/** In their order; of more than a person may say, the latest. */
function readDays(map: Y.Map<unknown>): Readonly<Record<string, SaidDay>> {
  const said: [string, SaidDay][] = []
  for (const [key, value] of map.entries()) {
    const day = key.endsWith('/said') ? key.slice(0, -5) : ''
    if (isCalendarDate(day) && (value === 'off' || value === 'work')) said.push([day, value])
  }
  said.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(said.slice(-limits.daysPerPerson))
}

/** Those spoken best first. */
function readLanguages(map: Y.Map<unknown>): SpokenLanguage[] {
  const spoken: SpokenLanguage[] = []
  for (const [key, value] of map.entries()) {
    const [, id] = /^([a-z]{2,3})\/level$/.exec(key) ?? []
    if (id === undefined || !isLevel(value)) continue
    const [testedBy, testedOn] = [map.get(`${id}/testedBy`), map.get(`${id}/testedOn`)]
    spoken.push({
      id,
      level: value,
      native: map.get(`${id}/native`) === true,
      testedBy: typeof testedBy === 'string' && testedBy !== '' ? testedBy : null,
      testedOn: isCalendarDate(testedOn) ? testedOn : null,
    })
  }
  return spoken.sort(
    (a, b) => Number(b.native) - Number(a.native) || b.level - a.level || (a.id < b.id ? -1 : 1),
  )
}

const isLevel = (value: unknown): value is LanguageLevel =>
  languageLevels.some((level) => level === value)
