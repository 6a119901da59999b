/** The working calendars of the people of a workspace, made once and kept until what they say of their hours changes. */
import type { IndexEntry } from '#client/replica/index-rows.ts'
import { usualWeek } from '#shared/domain/calendar/usual-week.ts'
import {
  createWorkingCalendar,
  type WorkingCalendar,
  type WorkingWeek,
} from '#shared/domain/calendar/working-calendar.ts'
import type { PersonSummary } from '#shared/domain/people/profile.ts'
import { workingWeekOf } from '#shared/domain/people/their-time.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { personDocument } from '#shared/lib/document-kinds.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'

export interface WorkCalendars {
  /** The workspace's: of days without a clock, and of work nobody has been given. */
  readonly usual: WorkingWeek
  /** Null, and whoever is not here any more: the workspace's. */
  weekOf(member: MemberId | null): WorkingWeek
  of(member: MemberId | null): WorkingCalendar
}

type Documents = readonly IndexEntry<DocumentSummary>[]

/** Gives the same calendars as long as nothing of them changed. */
export function createWorkCalendars(): (
  documents: Documents,
  isHere: (member: MemberId) => boolean,
) => WorkCalendars {
  let before: { readonly said: readonly unknown[]; readonly calendars: WorkCalendars } | null = null
  return (documents, isHere) => {
    const people = new Map<DocName, PersonSummary>()
    let workingDays: readonly number[] | null = null
    for (const { name, summary } of documents) {
      if (summary.kind === 'workspace') workingDays = summary.workingDays
      if (summary.kind === 'person' && isHere(memberOf(name))) people.set(name, summary)
    }
    const said = [workingDays?.join() ?? null, ...[...people].flat()]
    if (before !== null && sameItems(before.said, said)) return before.calendars
    before = { said, calendars: calendarsOf(people, usualWeek([...people.values()], workingDays)) }
    return before.calendars
  }
}

const memberOf = (name: DocName): MemberId => name.slice('person-'.length) as MemberId

const sameItems = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((item, at) => item === others[at])

function calendarsOf(
  people: ReadonlyMap<DocName, PersonSummary>,
  usual: WorkingWeek,
): WorkCalendars {
  const made = new Map<MemberId | null, WorkingCalendar>()
  const weekOf = (member: MemberId | null): WorkingWeek => {
    const person = member === null ? undefined : people.get(personDocument(member))
    if (person === undefined) return usual
    // Who said their hours and not where they are is taken to be where the others are.
    return workingWeekOf({ ...person, timeZone: person.timeZone ?? usual.timeZone }) ?? usual
  }
  return {
    usual,
    weekOf,
    of(member) {
      const known = member !== null && people.has(personDocument(member)) ? member : null
      const calendar = made.get(known) ?? createWorkingCalendar(weekOf(known))
      made.set(known, calendar)
      return calendar
    },
  }
}
