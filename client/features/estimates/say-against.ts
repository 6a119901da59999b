/** How a quote stands beside our estimate, in words. */
import { language } from '#client/i18n/language.ts'
import type { Tone } from '#client/ui/toasts.ts'
import { compareQuote } from '#shared/domain/estimates/compare-quote.ts'
import type { Estimate } from '#shared/domain/estimates/estimate.ts'
import type { PriceTable } from '#shared/domain/estimates/price-table.ts'
import type { Quote } from '#shared/domain/estimates/quote.ts'
import { formatMoney, formatPercent } from './format-money.ts'
import { quoteWords } from './quote-words.ts'

export function sayAgainst(quote: Quote, prices: PriceTable, estimate: Estimate | null): string {
  const words = quoteWords[language()]
  const found = compareQuote(quote, prices, estimate)
  if (found.kind === 'no-rate') return words.noRate(found.currency)
  if (found.kind !== 'compared') return ''
  const percent = formatPercent(Math.abs(found.percent))
  const { same, above, below } = words.against
  const apart = found.percent === 0 ? same : found.percent > 0 ? above(percent) : below(percent)
  return quote.currency === prices.currency
    ? apart
    : `${words.converted(formatMoney(found.amount, prices.currency))} · ${apart}`
}

export function toneOfAgainst(quote: Quote, prices: PriceTable, estimate: Estimate | null): Tone {
  const found = compareQuote(quote, prices, estimate)
  return found.kind === 'compared' && found.percent > 0 ? 'warn' : 'neutral'
}
