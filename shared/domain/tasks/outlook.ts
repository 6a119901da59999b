/**
 * Whether what is left of a task can be done by the day it is wanted: with the review buffer whole, with a part of it used,
 * or not at all, and then by which day it can. Moments and spans in ms. Left out: what would help (what-would-help.ts).
 */
import { dayIn } from '#shared/domain/calendar/wanted-day.ts'
import { expectStages } from './expect-stages.ts'
import type { StagePlan, StageWork } from './plan-stages.ts'

export interface OutlookAsk {
  readonly plan: StagePlan
  /** What is left of the path; the last of it is the plan's last. */
  readonly left: readonly StageWork[]
  readonly until: number
  /** When it can go on: now, or when its master has passed. */
  readonly from: number
  /** The workspace's. */
  readonly timeZone: string
}

export interface Outlook {
  /** When it will be done if it goes on from then without a pause. */
  readonly endsAt: number
  readonly verdict: 'fits' | 'eats-buffer' | 'too-late'
  /** Working time of the buffer that is used by then. */
  readonly usedMs: number
  /** The first day, `YYYY-MM-DD`, by which it can be wanted with the whole buffer. */
  readonly earliest: string
}

/** Null where nothing is left, or somebody has no working hours. */
export function lookAhead({ plan, left, until, from, timeZone }: OutlookAsk): Outlook | null {
  const endsAt = expectStages(left, from)?.at(-1)?.endsAt
  const last = left.at(-1)
  if (endsAt === undefined || last === undefined) return null
  const { buffer } = plan
  const freeBy = last.calendar.add(endsAt, buffer?.ms ?? 0)
  if (freeBy === null) return null
  const limit = buffer?.from ?? plan.stages.at(-1)?.dueAt ?? until
  const usedMs =
    buffer === null || endsAt <= buffer.from
      ? 0
      : Math.min(buffer.ms, last.calendar.between(buffer.from, endsAt))
  return {
    endsAt,
    verdict:
      endsAt <= limit ? 'fits' : endsAt <= until && buffer !== null ? 'eats-buffer' : 'too-late',
    usedMs,
    earliest: dayIn(freeBy, timeZone),
  }
}
