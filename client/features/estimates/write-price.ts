/** A price as somebody types it into a cell: written, taken back by an empty cell, or the sentence that says why not. */
import type * as Y from 'yjs'
import { language, localeOf } from '#client/i18n/language.ts'
import { formatNumber } from '#client/i18n/format.ts'
import { readTypedNumber } from '#client/ui/read-typed-number.ts'
import { priceEntry } from '#shared/domain/estimates/price-keys.ts'
import { isOwnPrice, priceOf, type PriceTable } from '#shared/domain/estimates/price-table.ts'
import { setPrice } from '#shared/documents/commands/prices.ts'
import { priceWords } from './price-words.ts'

/** Four digits behind the point: an exchange rate has as many. */
const digits = { maximumFractionDigits: 4 }

export const priceText = (value: number): string => formatNumber(value, digits)

/** As it stands in a cell: what was changed names what it was shipped as. */
export function shownPrice(prices: PriceTable, key: string): string {
  const words = priceWords[language()]
  const [value, usual] = [priceOf(prices, key), priceEntry(key)?.usual ?? 0]
  if (!isOwnPrice(prices, key))
    return usual === 0 && key.startsWith('exchange.') ? '' : priceText(value)
  return value === usual || key.startsWith('exchange.')
    ? priceText(value)
    : words.changed(priceText(value), priceText(usual))
}

export function writePrice(doc: Y.Doc, key: string, text: string): string | null {
  const words = priceWords[language()]
  const typed = text.trim() === '' ? null : readTypedNumber(text, localeOf(language()))
  if (typed === null && text.trim() !== '') return words.notANumber
  const done = setPrice(doc, key, typed)
  if (done.ok) return null
  return done.refusal.code === 'out-of-bounds'
    ? words.bounds(priceText(done.refusal.least), priceText(done.refusal.most))
    : words.notOffered
}
