/** When the stages that are left will be done if work goes on from a moment without a pause, each as soon as the one before is. */
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import type { StageWork } from './plan-stages.ts'

export interface ExpectedStage {
  readonly id: string
  readonly startsAt: number
  readonly endsAt: number
}

/** Null where somebody has no working hours at all. */
export function expectStages(
  work: readonly StageWork[],
  from: number,
): readonly ExpectedStage[] | null {
  const stages: ExpectedStage[] = []
  let at = from
  for (const { id, ms, calendar } of work) {
    const startsAt = calendar.next(at)
    const endsAt = startsAt === null ? null : calendar.add(startsAt, ms)
    if (startsAt === null || endsAt === null) return null
    stages.push({ id, startsAt, endsAt })
    at = endsAt
  }
  return stages
}

/** What a stage still takes that was begun at a moment and is under way: never less than nothing. */
export const leftOf = (
  { ms, calendar }: { readonly ms: number; readonly calendar: WorkingCalendar },
  begunAt: number,
  now: number,
): number => Math.max(0, ms - calendar.between(begunAt, now))
