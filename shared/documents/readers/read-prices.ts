/** The workspace's prices as plain values. Total: what is out of its bounds counts as not said, and stays in the document. */
import type * as Y from 'yjs'
import { isPrice } from '#shared/domain/estimates/price-keys.ts'
import { usualPriceCurrency, type PriceTable } from '#shared/domain/estimates/price-table.ts'
import type { PricesSummary } from '#shared/domain/estimates/summaries.ts'
import { rootMap } from '#shared/documents/roots.ts'

export function readPrices(doc: Y.Doc): PriceTable {
  const own: Record<string, number> = {}
  for (const [path, value] of rootMap(doc, 'prices').entries()) {
    const key = path.endsWith('/value') ? path.slice(0, -'/value'.length) : ''
    if (isPrice(key, value)) own[key] = value
  }
  const currency = rootMap(doc, 'fields').get('currency')
  return {
    currency: isCurrency(currency) ? currency : usualPriceCurrency,
    own: Object.fromEntries(Object.entries(own).sort(([one], [other]) => (one < other ? -1 : 1))),
  }
}

export const isCurrency = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z]{3}$/.test(value)

export const summarisePrices = (_doc: Y.Doc): PricesSummary => ({ kind: 'prices', title: '' })
