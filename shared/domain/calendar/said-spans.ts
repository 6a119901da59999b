/** Days somebody said the same of, one behind the other, as spans: what a list shows. */
import { daysBetween } from './days-between.ts'
import type { SaidDay } from './working-days.ts'

export interface SaidSpan {
  readonly from: string
  readonly to: string
  readonly said: SaidDay
}

/** Those that end on `since` or later, in their order. Days are `YYYY-MM-DD`. */
export function saidSpans(
  days: Readonly<Record<string, SaidDay>>,
  since: string,
): readonly SaidSpan[] {
  const spans: SaidSpan[] = []
  for (const [day, said] of Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = spans.at(-1)
    if (last?.said === said && daysBetween(last.to, day).length === 2)
      spans[spans.length - 1] = { ...last, to: day }
    else spans.push({ from: day, to: day, said })
  }
  return spans.filter(({ to }) => to >= since)
}
