/** What a person chooses for a brief's estimate, and records of vendors' quotes. A command that would change nothing writes nothing. */
import type * as Y from 'yjs'
import { lineWithin, type TooLong } from '#shared/domain/briefs/clean-text.ts'
import type { CostChoices } from '#shared/domain/estimates/choices.ts'
import type { Quote } from '#shared/domain/estimates/quote.ts'
import type { RowId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { isCurrency } from '#shared/documents/readers/read-prices.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { addRows, hasRow, readRows, removeRow } from '#shared/documents/rows.ts'
import { change } from './local-change.ts'

export type QuoteInput = Omit<Quote, 'id'>
export type QuoteRefusal =
  | TooLong
  | { readonly code: 'too-many-quotes'; readonly limit: number }
  | { readonly code: 'no-vendor' | 'not-an-amount' | 'not-a-currency' }

/** Null takes a choice back: as the brief says, or the usual. */
export function setCostChoice<Name extends keyof CostChoices>(
  doc: Y.Doc,
  name: Name,
  value: CostChoices[Name],
): void {
  const fields = rootMap(doc, 'fields')
  if ((fields.get(name) ?? null) === value) return
  change(doc, 'setCostChoice', [name], () => void fields.set(name, value))
}

export function addQuote(doc: Y.Doc, id: RowId, quote: QuoteInput): Result<RowId, QuoteRefusal> {
  const fit = fitQuote(quote)
  if (!fit.ok) return fit
  const quotes = rootMap(doc, 'quotes')
  if (readRows(quotes).length >= limits.quotesPerBrief)
    return refuse({ code: 'too-many-quotes', limit: limits.quotesPerBrief })
  change(doc, 'addQuote', [id], () => addRows(quotes, [{ id, fields: fit.value }]))
  return ok(id)
}

/** One removed by somebody else meanwhile comes back. */
export function setQuote(doc: Y.Doc, id: RowId, quote: QuoteInput): Result<RowId, QuoteRefusal> {
  const fit = fitQuote(quote)
  if (!fit.ok) return fit
  const quotes = rootMap(doc, 'quotes')
  const changed = Object.entries(fit.value).filter(
    ([field, value]) => (quotes.get(`${id}/${field}`) ?? null) !== value,
  )
  if (changed.length === 0) return ok(id)
  const keys = changed.map(([field]) => `${id}/${field}`)
  change(doc, 'setQuote', keys, () => {
    for (const [field, value] of changed) quotes.set(`${id}/${field}`, value)
  })
  return ok(id)
}

export function removeQuote(doc: Y.Doc, id: RowId): void {
  const quotes = rootMap(doc, 'quotes')
  if (hasRow(quotes, id)) change(doc, 'removeQuote', [id], () => removeRow(quotes, id))
}

/** The one that gets the work; null: none yet. */
export function chooseQuote(doc: Y.Doc, id: RowId | null): void {
  const fields = rootMap(doc, 'fields')
  if ((fields.get('chosen') ?? null) === id) return
  change(doc, 'chooseQuote', [id ?? ''], () => void fields.set('chosen', id))
}

function fitQuote(quote: QuoteInput): Result<Record<keyof QuoteInput, unknown>, QuoteRefusal> {
  const vendor = lineWithin('vendor', quote.vendor, limits.nameCharacters)
  if (!vendor.ok) return vendor
  if (vendor.value === '') return refuse({ code: 'no-vendor' })
  const note = lineWithin('note', quote.note, limits.sentenceCharacters)
  if (!note.ok) return note
  if (!isAmount(quote.amount) || !isAmount(quote.hours)) return refuse({ code: 'not-an-amount' })
  if (!isCurrency(quote.currency)) return refuse({ code: 'not-a-currency' })
  const { amount, currency, hours, validUntil } = quote
  return ok({ vendor: vendor.value, amount, currency, hours, validUntil, note: note.value })
}

const isAmount = (value: number | null): boolean =>
  value === null || (Number.isFinite(value) && value >= 0 && value <= limits.quoteAmount)
