/** A vendor's quote as plain values. Left out: how it is stored and merged (shared/documents), how it compares (compare-quote.ts). */
import type { RowId } from '#shared/lib/ids.ts'

export interface Quote {
  readonly id: RowId
  readonly vendor: string
  /** Null: not said yet. */
  readonly amount: number | null
  /** ISO 4217. */
  readonly currency: string
  readonly hours: number | null
  /** `YYYY-MM-DD`. */
  readonly validUntil: string | null
  readonly note: string
}
