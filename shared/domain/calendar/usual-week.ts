/**
 * The working week of a workspace, for stages nobody has been given yet: the days its settings say, the usual hours, where
 * most of its people are, with the public holidays most of those keep. Derived, so that it is the same on every device.
 */
import { isTimeZone, type WorkingHours } from '#shared/domain/people/profile.ts'
import { usualHours } from '#shared/domain/people/their-time.ts'
import { usualZone } from '#shared/domain/workspace/workspace.ts'
import type { WorkingWeek } from './working-calendar.ts'

export type Whereabouts = Pick<WorkingHours, 'timeZone' | 'holidays'>

export function usualWeek(
  people: readonly Whereabouts[],
  workingDays: readonly number[] | null,
): WorkingWeek {
  const timeZone =
    commonest(people.flatMap(({ timeZone: zone }) => (isTimeZone(zone) ? [zone] : []))) ?? usualZone
  const there = people.filter((one) => one.timeZone === timeZone)
  return {
    timeZone,
    workFrom: usualHours.from,
    workTo: usualHours.to,
    workingDays,
    holidays: commonest(there.flatMap(({ holidays }) => (holidays === null ? [] : [holidays]))),
    days: {},
  }
}

/** Of as many the first of the alphabet; null of none. */
function commonest<T extends string>(values: readonly T[]): T | null {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return first?.[0] ?? null
}
