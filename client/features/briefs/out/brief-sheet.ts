/** A brief as the parts of a page for paper, in either language whatever the app speaks. Empty parts are left out. */
import {
  sayDetail,
  sayKeywords,
  sayRow,
  sayTarget,
} from '#client/features/briefs/form/say-value.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import type { Language } from '#client/i18n/language.ts'
import type { Brief, Product } from '#shared/domain/briefs/brief.ts'
import { detailNames, detailTypes, sentenceNames } from '#shared/domain/briefs/details.ts'
import { listNames } from '#shared/domain/briefs/lists.ts'
import { sayCategory } from '#shared/domain/choices/categories.ts'
import { targetKey } from '#shared/domain/briefs/target-key.ts'
import { outWords } from './words.ts'

type OutWords = (typeof outWords)[Language]

export interface SheetPart {
  readonly title: string
  readonly lines: readonly string[]
  /** The lines stand in an order that means something. */
  readonly ranked: boolean
}

export interface BriefSheet {
  readonly title: string
  /** Day and haste. */
  readonly facts: readonly string[]
  readonly parts: readonly SheetPart[]
}

/** `notes`: a paragraph each. */
export function briefSheet(brief: Brief, notes: readonly string[], into: Language): BriefSheet {
  const [form, words] = [formWords[into], outWords[into]]
  const part = (title: string, lines: readonly string[], ranked = false): SheetPart => ({
    title,
    ranked,
    lines: lines.filter((line) => line !== ''),
  })
  const lists = listNames.map((list) =>
    part(
      form.parts[list],
      brief[list].map((row) => sayRow(list, row, form, brief, into)),
    ),
  )
  const sentences = sentenceNames.map((name) =>
    part(form.parts[name], [brief.sentences[name].text]),
  )
  const details = detailNames.flatMap((name) => {
    const value = brief.details[name]
    if (value === null || value === '' || value === false) return []
    const said =
      detailTypes[name] === 'day' ? String(value) : sayDetail(name, value, form, brief, into)
    return [words.named(form.details[name], said)]
  })
  const parts = [
    part(
      form.parts.products,
      brief.products.map((product) => productLine(product, words, into)),
    ),
    part(
      form.parts.targets,
      brief.targets.map((target) => sayTarget(targetKey(target), into)),
    ),
    part(
      form.parts.points,
      brief.points.map(({ text, proof }) => (proof === '' ? text : words.proved(text, proof))),
      true,
    ),
    ...lists,
    ...sentences,
    part(
      form.parts.keywords,
      brief.keywords.map((one) => sayKeywords(one, into)),
    ),
    part(words.settings, details),
    part(form.parts.notes, notes),
  ]
  return {
    title: brief.title || words.untitled,
    facts: [
      brief.wantedBy === null ? '' : words.named(form.parts.wantedBy, brief.wantedBy),
      brief.rush === 'rush' ? words.rush : '',
    ].filter((fact) => fact !== ''),
    parts: parts.filter(({ lines }) => lines.length > 0),
  }
}

const productLine = (
  { sku, name, options, category, weightGrams, barcode, note }: Product,
  words: OutWords,
  into: Language,
): string =>
  [
    sku,
    name,
    options,
    sayCategory(category, into),
    weightGrams === null ? '' : `${weightGrams} g`,
    barcode === '' ? '' : words.named(words.columns.barcode, barcode),
    note,
  ]
    .filter((cell) => cell !== '')
    .join(' · ')
