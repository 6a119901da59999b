/** What a person does to the workspace's prices. A command that would change nothing writes nothing. */
import type * as Y from 'yjs'
import { isPrice, priceEntry } from '#shared/domain/estimates/price-keys.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { isCurrency, readPrices } from '#shared/documents/readers/read-prices.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { change } from './local-change.ts'

export type PriceRefusal =
  | { readonly code: 'no-such-price' | 'not-a-currency' }
  | { readonly code: 'out-of-bounds'; readonly least: number; readonly most: number }

/** Null: the shipped figure again. */
export function setPrice(
  doc: Y.Doc,
  key: string,
  value: number | null,
): Result<null, PriceRefusal> {
  const known = priceEntry(key)
  if (known === null) return refuse({ code: 'no-such-price' })
  if (value !== null && !isPrice(key, value))
    return refuse({ code: 'out-of-bounds', least: known.least, most: known.most })
  const prices = rootMap(doc, 'prices')
  if ((prices.get(`${key}/value`) ?? null) === value) return ok(null)
  change(doc, 'setPrice', [key], () => void prices.set(`${key}/value`, value))
  return ok(null)
}

/** The figures stay as they are: what they are worth is the leads' to say. */
export function setPriceCurrency(doc: Y.Doc, currency: string): Result<null, PriceRefusal> {
  if (!isCurrency(currency)) return refuse({ code: 'not-a-currency' })
  if (readPrices(doc).currency === currency) return ok(null)
  const fields = rootMap(doc, 'fields')
  change(doc, 'setPriceCurrency', ['currency'], () => void fields.set('currency', currency))
  return ok(null)
}
