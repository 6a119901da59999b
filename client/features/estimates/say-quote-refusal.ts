/** Why a quote was not recorded, as a sentence. */
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import type { QuoteRefusal } from '#shared/documents/commands/costs.ts'
import { limits } from '#shared/protocol/limits.ts'
import { quoteWords } from './quote-words.ts'

export function sayQuoteRefusal(refusal: QuoteRefusal): string {
  const { refused } = quoteWords[language()]
  switch (refusal.code) {
    case 'no-vendor':
      return refused.noVendor
    case 'not-an-amount':
      return refused.amount(formatNumber(limits.quoteAmount))
    case 'not-a-currency':
      return refused.currency
    case 'too-many-quotes':
      return refused.tooMany(formatNumber(refusal.limit))
    case 'too-long':
      return refused.tooLong(formatNumber(refusal.length), formatNumber(refusal.limit))
  }
}
