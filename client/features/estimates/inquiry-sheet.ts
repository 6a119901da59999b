/** An inquiry as a page for paper and as a table for spreadsheets, in either language whatever the app speaks. */
import type { Language } from '#client/i18n/language.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { languageById } from '#shared/domain/choices/languages.ts'
import type { InquiryRow } from '#shared/domain/estimates/inquiry.ts'
import { inquiryWords } from './inquiry-words.ts'

export interface InquiryPart {
  readonly title: string
  readonly lines: readonly string[]
  readonly ranked: boolean
}

export const inquiryParts = (rows: readonly InquiryRow[], into: Language): InquiryPart[] => {
  const words = inquiryWords[into]
  return [
    {
      ...{ title: words.rows, ranked: true },
      lines: rows.map((row) => words.row(whatOf(row, into), workOf(row, into), String(row.pieces))),
    },
    {
      ...{ title: words.ask, ranked: true },
      lines: Object.values(words.asks),
    },
  ]
}

/** UTF-8 with its mark, which spreadsheets need to read Chinese; what a vendor fills in stands empty. */
export async function inquiryCsv(rows: readonly InquiryRow[], into: Language): Promise<string> {
  const { default: papa } = await import('papaparse')
  const words = inquiryWords[into]
  const columns = Object.values(words.columns)
  const cells = rows.map(({ deliverable, complexity, work, language, pieces }) => [
    nameOf(deliverable, into),
    complexity === null ? '' : words.complexity[complexity],
    words.works[work],
    language === null ? '' : spokenName(language, into),
    String(pieces),
    ...['', '', '', '', ''],
  ])
  const table = papa.unparse([columns, ...cells], { escapeFormulae: true, newline: '\r\n' })
  return `\ufeff${table}\r\n`
}

const nameOf = (deliverable: string, into: Language): string =>
  deliverableById(deliverable)?.[into] ?? deliverable

const spokenName = (language: string, into: Language): string =>
  languageById(language)?.[into] ?? language

const whatOf = ({ deliverable, complexity }: InquiryRow, into: Language): string =>
  [
    nameOf(deliverable, into),
    ...(complexity === null ? [] : [inquiryWords[into].complexity[complexity]]),
  ].join(' · ')

const workOf = ({ work, language }: InquiryRow, into: Language): string =>
  language === null
    ? inquiryWords[into].works[work]
    : inquiryWords[into].into(spokenName(language, into))
