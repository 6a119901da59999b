/** Limits of quotes, each at the limit and one above; walked by app-limits.dom.test.tsx. */
import * as Y from 'yjs'
import { sayQuoteRefusal } from '#client/features/estimates/say-quote-refusal.ts'
import { setLanguage, type Language } from '#client/i18n/language.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import { addQuote, type QuoteInput } from '#shared/documents/commands/costs.ts'
import { limits } from '#shared/protocol/limits.ts'

const quote: QuoteInput = {
  ...{ vendor: 'x', amount: 1, currency: 'CNY', hours: null, validUntil: null, note: '' },
}
const told = (doc: Y.Doc, over: Partial<QuoteInput> = {}): string | null => {
  const done = addQuote(doc, randomRowId(), { ...quote, ...over })
  return done.ok ? null : sayQuoteRefusal(done.refusal)
}

export const estimateLimitWalks = {
  quotesPerBrief(language: Language) {
    setLanguage(language)
    const doc = new Y.Doc()
    for (let place = 1; place < limits.quotesPerBrief; place += 1) told(doc)
    return { at: told(doc), above: told(doc) }
  },
  quoteAmount(language: Language) {
    setLanguage(language)
    const doc = new Y.Doc()
    return {
      at: told(doc, { amount: limits.quoteAmount }),
      above: told(doc, { amount: limits.quoteAmount + 1 }),
    }
  },
}
