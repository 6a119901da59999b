/**
 * Since when somebody was away: from when they stopped on their last working day until their hours began again. Opening the app
 * at night or before work does not move it; whoever was ill or left early stopped when they were last here. Moments in ms.
 */
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'

/** A time the app was being looked at on this device. */
export interface Visit {
  readonly from: number
  readonly to: number
}

export interface Away {
  readonly since: number
  /** When the hours that are under way began; null outside of them. */
  readonly began: number | null
}

/** A look that comes sooner after the last one belongs to it. */
const pauseMs = 30 * 60_000
/** Nobody reads what moved in a longer time, and older news has gone from the inbox too. */
export const longestAwayMs = 14 * 24 * 3_600_000

export function awaySince(
  calendar: Pick<WorkingCalendar, 'under' | 'endBefore'>,
  visits: readonly Visit[],
  now: number,
): Away {
  const span = calendar.under(now)
  const began = span !== null && span.from <= now ? span.from : null
  const earliest = now - longestAwayMs
  const ended = calendar.endBefore(began ?? now) ?? earliest
  const here = visits.flatMap(({ from, to }) => (from <= ended ? [Math.min(to, ended)] : []))
  const stopped = here.length === 0 ? ended : Math.max(...here)
  return { since: Math.max(stopped, earliest), began }
}

/** The visit that a look at `now` belongs to: the last one goes on, or another begins. */
export function visitAt(last: Visit | null, now: number): Visit {
  if (last === null || now - last.to > pauseMs || now < last.from) return { from: now, to: now }
  return { from: last.from, to: Math.max(last.to, now) }
}
