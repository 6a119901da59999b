/** How soon somebody needs a thing: before they go home, once they come, or not before they are back. Moments in ms. */
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'

export type Need =
  /** At work until then. */
  | { readonly kind: 'there'; readonly leaves: number }
  /** Not at work yet, and will be soon. */
  | { readonly kind: 'comes'; readonly from: number; readonly leaves: number }
  /** Gone home, or away for longer. */
  | { readonly kind: 'away'; readonly back: number }
  /** They work at no time that is known. */
  | { readonly kind: 'unknown' }

/** Whoever begins later than that is asleep, or has a day off, while the asker works. */
const soonMs = 8 * 3_600_000

export function needOf(calendar: Pick<WorkingCalendar, 'under'>, now: number): Need {
  const span = calendar.under(now)
  if (span === null) return { kind: 'unknown' }
  if (span.from <= now) return { kind: 'there', leaves: span.to }
  if (span.from - now <= soonMs) return { kind: 'comes', from: span.from, leaves: span.to }
  return { kind: 'away', back: span.from }
}

const ranks: Readonly<Record<Need['kind'], number>> = { there: 0, comes: 1, away: 2, unknown: 3 }
const momentOf = (need: Need): number =>
  need.kind === 'there' || need.kind === 'comes'
    ? need.leaves
    : need.kind === 'away'
      ? need.back
      : 0

/** Who leaves first comes first; what nobody in particular needs comes last. */
export function byNeed(one: Need | null, other: Need | null): number {
  const rank = (need: Need | null): number => (need === null ? 4 : ranks[need.kind])
  return (
    rank(one) - rank(other) ||
    (one === null || other === null ? 0 : momentOf(one) - momentOf(other))
  )
}
