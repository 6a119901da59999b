/**
 * Back-planning: when each stage of a task's path must be done, and begun at the latest, so that it is finished by a moment
 * with the review buffer left. Service times run in the working hours of whoever does the stage. Derived, never stored; the
 * same everywhere (docs/decisions.md, 25). Moments and spans in ms. Left out: how it looks from now (expect-stages.ts).
 */
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import { reviewBuffer, workingDayMs } from './review-buffer.ts'

/** A stage somebody works in. */
export interface StageWork {
  /** The stage's id. */
  readonly id: string
  /** Working time, above 0. */
  readonly ms: number
  readonly calendar: WorkingCalendar
}

export interface PlannedStage {
  readonly id: string
  /** Begun later, it is not done in time. Lies in its owner's working hours. */
  readonly startBy: number
  /** In its owner's working hours, or at the end of them. */
  readonly dueAt: number
  /** One working day of its owner before. */
  readonly soonFrom: number
}

export interface StagePlan {
  /** In the order of the path. */
  readonly stages: readonly PlannedStage[]
  /** Reserved behind the last stage; null where others keep it. */
  readonly buffer: { readonly from: number; readonly to: number; readonly ms: number } | null
}

export interface PlanAsk {
  /** The end of the day it is wanted by. */
  readonly until: number
  /** Whether the review buffer is kept before `until`. */
  readonly reserves: boolean
  /** What waits for this stage: it is done by then, whatever its own path would allow. */
  readonly before?: { readonly id: string; readonly at: number } | undefined
}

/** Null where nothing is worked on, or somebody has no working hours at all. */
export function planStages(
  work: readonly StageWork[],
  { until, reserves, before }: PlanAsk,
): StagePlan | null {
  const last = work.at(-1)
  if (last === undefined) return null
  const kept = reserves ? reviewBuffer(work) : 0
  const [to, from] = [last.calendar.takeAway(until, 0), last.calendar.takeAway(until, kept)]
  if (to === null || from === null) return null
  const stages: PlannedStage[] = []
  let limit = from
  for (const { id, ms, calendar } of work.toReversed()) {
    if (before?.id === id) limit = Math.min(limit, before.at)
    const [dueAt, startBy] = [calendar.takeAway(limit, 0), calendar.takeAway(limit, ms)]
    if (dueAt === null || startBy === null) return null
    stages.unshift({
      id,
      startBy,
      dueAt,
      soonFrom: calendar.takeAway(dueAt, workingDayMs) ?? dueAt,
    })
    limit = startBy
  }
  return { stages, buffer: reserves ? { from, to, ms: kept } : null }
}
