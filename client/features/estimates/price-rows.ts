/** The price table as rows people read: which figures stand together, and what each is called. */
import { language } from '#client/i18n/language.ts'
import { markets } from '#shared/domain/choices/markets.ts'
import { languageClasses } from '#shared/domain/estimates/factors.ts'
import {
  exchangeKey,
  languageKey,
  rateKey,
  rateNames,
} from '#shared/domain/estimates/price-keys.ts'
import { usualPriceCurrency } from '#shared/domain/estimates/price-table.ts'
import { priceWords } from './price-words.ts'

export interface PriceRow {
  readonly key: string
  readonly name: string
}

const wordsNow = () => priceWords[language()]

export const rateRows = (): PriceRow[] =>
  rateNames.map((rate) => ({ key: rateKey(rate), name: wordsNow().rate[rate] }))

export const languageRows = (): PriceRow[] =>
  languageClasses.flatMap(({ difficulty }) =>
    (['hours', 'price'] as const).map((of) => ({
      key: languageKey(difficulty, of),
      name: wordsNow().languageOf[of](nameOfClass(difficulty)),
    })),
  )

function nameOfClass(difficulty: number): string {
  const names: Readonly<Record<number, string>> = wordsNow().language
  return names[difficulty] ?? ''
}

export const otherRows = (): PriceRow[] =>
  Object.entries(wordsNow().other).map(([key, name]) => ({ key, name }))

/** What a workspace may meet: its own table's currency is worth one of itself. */
export const currencies = [
  ...new Set([usualPriceCurrency, ...markets.map((market) => market.currency)]),
]

export function exchangeRows(own: string): PriceRow[] {
  const names = new Intl.DisplayNames(language() === 'zh' ? 'zh-CN' : 'en', { type: 'currency' })
  return currencies
    .filter((currency) => currency !== own)
    .map((currency) => ({
      key: exchangeKey(currency),
      name: `${currency} · ${names.of(currency) ?? currency}`,
    }))
}
