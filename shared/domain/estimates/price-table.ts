/**
 * The workspace's prices as plain values: what somebody wrote, and the shipped figure for everything else. Left out: how they
 * are stored and merged (shared/documents).
 */
import { exchangeKey, priceEntry } from './price-keys.ts'

export interface PriceTable {
  /** ISO 4217, of every amount in it. */
  readonly currency: string
  /** By key, of what differs from the shipped figures or was said all the same. */
  readonly own: Readonly<Record<string, number>>
}

/** What the shipped figures are in. */
export const usualPriceCurrency = 'CNY'

export const shippedPrices: PriceTable = { currency: usualPriceCurrency, own: {} }

export const priceOf = ({ own }: PriceTable, key: string): number =>
  own[key] ?? priceEntry(key)?.usual ?? 0

export const isOwnPrice = ({ own }: PriceTable, key: string): boolean => own[key] !== undefined

/** What one unit of another currency is worth in the table's; null while nobody said. */
export const exchangeRate = (prices: PriceTable, currency: string): number | null =>
  currency === prices.currency ? 1 : (prices.own[exchangeKey(currency)] ?? null)
