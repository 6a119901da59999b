/**
 * A brief's list row as it may come from storage, perhaps of an older app: the row, or null so that it is computed again.
 * Written out, because thousands are looked at before the first list is shown.
 */
import type { BriefSummary } from './brief.ts'

/** Cards do not say the kind. */
export function parseBriefSummary(value: unknown): BriefSummary | null {
  if (!isSummary(value)) return null
  return value.kind === 'brief' ? value : { ...value, kind: 'brief' }
}

function isSummary(value: unknown): value is BriefSummary {
  if (typeof value !== 'object' || value === null) return false
  const row: { readonly [Field in keyof BriefSummary]?: unknown } = value
  return (
    typeof row.title === 'string' &&
    typeof row.chooseTitle === 'boolean' &&
    Number.isSafeInteger(row.products) &&
    Array.isArray(row.markets) &&
    row.markets.every((market) => typeof market === 'string') &&
    (row.wantedBy === null || typeof row.wantedBy === 'string') &&
    (row.rush === 'standard' || row.rush === 'rush')
  )
}
