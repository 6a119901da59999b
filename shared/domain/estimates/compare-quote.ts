/** A quote beside our estimate: both in the table's currency, and how far apart they are. Pure. */
import type { Estimate } from './estimate.ts'
import { exchangeRate, type PriceTable } from './price-table.ts'
import type { Quote } from './quote.ts'

export type QuoteAgainst =
  | { readonly kind: 'no-amount' | 'no-estimate' }
  /** Nobody said what its currency is worth. */
  | { readonly kind: 'no-rate'; readonly currency: string }
  | {
      readonly kind: 'compared'
      /** In the table's currency, whole. */
      readonly amount: number
      /** Whole percent of our estimate: above 0 it is dearer. */
      readonly percent: number
    }

export function compareQuote(
  { amount, currency }: Pick<Quote, 'amount' | 'currency'>,
  prices: PriceTable,
  estimate: Pick<Estimate, 'cost'> | null,
): QuoteAgainst {
  if (amount === null) return { kind: 'no-amount' }
  const rate = exchangeRate(prices, currency)
  if (rate === null) return { kind: 'no-rate', currency }
  if (estimate === null || estimate.cost === 0) return { kind: 'no-estimate' }
  const here = Math.round(amount * rate)
  const percent = Math.round(((here - estimate.cost) / estimate.cost) * 100)
  return { kind: 'compared', amount: here, percent }
}
