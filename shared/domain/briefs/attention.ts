/**
 * Which briefs want a person today, from their summaries alone; each is named once, for the most pressing reason. A brief
 * has no end yet, so a wanted-by date stays passed for two weeks and is then nobody's reminder any more.
 */
import type { BriefSummary } from './brief.ts'

export type Reason = 'choose-title' | 'late' | 'soon' | 'unfinished'
export type Missing = 'title' | 'products' | 'markets' | 'date'

export const reasons: readonly Reason[] = ['choose-title', 'late', 'soon', 'unfinished']

/** `today` as `YYYY-MM-DD` where the reader is; `soon` is the coming seven days. */
export function reasonOf(brief: BriefSummary, today: string): Reason | null {
  if (brief.chooseTitle) return 'choose-title'
  const { wantedBy } = brief
  if (wantedBy !== null && wantedBy < today) return wantedBy >= dayAfter(today, -14) ? 'late' : null
  if (wantedBy !== null && wantedBy <= dayAfter(today, 7)) return 'soon'
  return missingIn(brief).length > 0 ? 'unfinished' : null
}

export function missingIn(brief: BriefSummary): Missing[] {
  const missing: Missing[] = []
  if (brief.title === '') missing.push('title')
  if (brief.products === 0) missing.push('products')
  if (brief.markets.length === 0) missing.push('markets')
  if (brief.wantedBy === null) missing.push('date')
  return missing
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
