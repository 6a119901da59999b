/** What was chosen for a brief's estimate, and the quotes for it. Total: what cannot be read counts as not said. */
import type * as Y from 'yjs'
import { mostVariants, shootChoices, type CostChoices } from '#shared/domain/estimates/choices.ts'
import { usualPriceCurrency } from '#shared/domain/estimates/price-table.ts'
import type { Quote } from '#shared/domain/estimates/quote.ts'
import type { CostsSummary } from '#shared/domain/estimates/summaries.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { readRows } from '#shared/documents/rows.ts'
import type { Row } from '#shared/documents/kept-rows.ts'
import { limits } from '#shared/protocol/limits.ts'
import { dayIn, textIn } from './plain-values.ts'
import { isCurrency } from './read-prices.ts'

export interface Costs {
  readonly choices: CostChoices
  readonly quotes: readonly Quote[]
  /** Row id of a quote that is there; null: none is chosen. */
  readonly chosen: string | null
}

export function readCosts(doc: Y.Doc): Costs {
  const fields = rootMap(doc, 'fields')
  const flag = (field: string): boolean | null => {
    const value = fields.get(field)
    return typeof value === 'boolean' ? value : null
  }
  const quotes = readRows(rootMap(doc, 'quotes')).map(quoteOf)
  const chosen = fields.get('chosen')
  return {
    choices: {
      vendorShare: wholeWithin(fields.get('vendorShare'), 0, 100),
      variants: wholeWithin(fields.get('variants'), 1, mostVariants),
      shoot: shootChoices.find((one) => one === fields.get('shoot')) ?? null,
      legal: flag('legal'),
      local: flag('local'),
    },
    quotes,
    chosen: quotes.find(({ id }) => id === chosen)?.id ?? null,
  }
}

export const summariseCosts = (doc: Y.Doc): CostsSummary => ({
  ...{ kind: 'costs', title: '' },
  quotes: readRows(rootMap(doc, 'quotes')).length,
})

function quoteOf({ id, fields }: Row): Quote {
  const currency = fields.get('currency')
  return {
    id,
    vendor: textIn(fields.get('vendor')),
    amount: numberWithin(fields.get('amount'), limits.quoteAmount),
    currency: isCurrency(currency) ? currency : usualPriceCurrency,
    hours: numberWithin(fields.get('hours'), limits.quoteAmount),
    validUntil: dayIn(fields.get('validUntil')),
    note: textIn(fields.get('note')),
  }
}

const wholeWithin = (value: unknown, least: number, most: number): number | null =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? Number(value) : null

const numberWithin = (value: unknown, most: number): number | null =>
  typeof value === 'number' && value >= 0 && value <= most ? value : null
