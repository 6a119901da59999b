/** Values of a brief's fields and rows in words: for its history, and for what lost a merge. */
import { formatDate } from '#client/i18n/format.ts'
import { language, type Language } from '#client/i18n/language.ts'
import type { Brief, Keywords } from '#shared/domain/briefs/brief.ts'
import { detailTypes, type DetailName } from '#shared/domain/briefs/details.ts'
import { columnsOf, type ListName } from '#shared/domain/briefs/lists.ts'
import { readTargetKey } from '#shared/domain/briefs/target-key.ts'
import { deliverableById, isComplexity } from '#shared/domain/choices/deliverables.ts'
import { languageById, languageOf } from '#shared/domain/choices/languages.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { platformById } from '#shared/domain/choices/platforms.ts'
import type { FormWords } from './words.ts'

/** What rows and files are called in the brief the values are of. */
export type SayingOf = Pick<Brief, 'files' | 'products'>

export function sayDetail(
  name: DetailName,
  value: unknown,
  words: FormWords,
  of: SayingOf,
  into: Language = language(),
): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value === '') return ''
  const type = detailTypes[name]
  if (type === 'day') return formatDate(value)
  if (type === 'file') return of.files[value]?.name || value
  if (type === 'lines') return value.split('\n').join(' / ')
  if (value === 'present' || value === 'from-scratch') return words.designRules[value]
  if (name === 'sourceLanguage') return languageById(value)?.[into] ?? value
  return name === 'leadTarget' ? sayTarget(value, into) : value
}

/** `<platform>.<market>.<locale>`. */
export function sayTarget(key: string, into: Language = language()): string {
  const target = readTargetKey(key)
  if (target === null) return key
  const { platform, market, locale } = target
  return [
    platform === '-' ? '' : (platformById(platform)?.[into] ?? platform),
    marketById(market)?.[into] ?? market,
    languageOf(locale)?.[into] ?? locale,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

export function sayCell(
  list: ListName,
  column: string,
  value: unknown,
  words: FormWords,
  of: SayingOf,
  into: Language = language(),
): string {
  if (typeof value === 'number') return `× ${value}`
  if (typeof value === 'boolean') return value ? flagWord(list, words) : ''
  if (typeof value !== 'string' || value === '') return ''
  if (column === 'file' || column === 'picture') return of.files[value]?.name || value
  if (column === 'complexity') return isComplexity(value) ? words.complexities[value] : value
  if (column === 'deliverable') return deliverableById(value)?.[into] ?? value
  if (list !== 'offers' || column !== 'product') return value
  const product = of.products.find(({ id }) => id === value)
  return product?.name || product?.sku || value
}

const flagWord = (list: ListName, words: FormWords): string =>
  list === 'terms' ? words.columns.terms.never : words.columns.limits.claim

export function sayRow(
  list: ListName,
  row: { readonly id: string },
  words: FormWords,
  of: SayingOf,
  into: Language = language(),
): string {
  const cells = new Map<string, unknown>(Object.entries(row))
  const said = columnsOf(list).map(([column]) =>
    sayCell(list, column, cells.get(column), words, of, into),
  )
  return [list === 'deliverables' ? (deliverableById(row.id)?.[into] ?? row.id) : '', ...said]
    .filter((part) => part !== '')
    .join(' · ')
}

export const sayKeywords = (
  { market, locale, terms, source }: Keywords,
  into: Language = language(),
): string =>
  [`${marketById(market)?.[into] ?? market} · ${locale}`, terms.join(', '), source]
    .filter((part) => part !== '')
    .join(' · ')
