/** What was done, in one line of words. */
import { formatDateTime } from '#client/i18n/format.ts'
import type { BriefPart } from '#shared/domain/briefs/history/brief-parts.ts'
import type { Done } from '#shared/domain/briefs/history/sittings.ts'
import { language } from '#client/i18n/language.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import type { HistoryWords } from './words.ts'

export function sayDone(done: readonly Done[], words: HistoryWords): string {
  return done.map((one) => sayOne(one, words)).join(words.between)
}

function sayOne(done: Done, words: HistoryWords): string {
  switch (done.kind) {
    case 'part':
      return words.times(sayPart(done.part, done.fields, words), done.count)
    case 'import':
      return words.imported(done.added, done.updated)
    case 'restore':
      return done.at === null ? words.restoredOnce : words.restoredTo(formatDateTime(done.at))
    case 'begun':
      return words.begun[done.from]
    case 'undo':
      return words.undone(done.count)
    case 'put-back':
      return words.putBackDone
    case 'other':
      return words.otherChanges(done.count)
    case 'beginning':
      return words.beginningHelp
  }
}

/** Of a product's fields the one that was set; several are the product. */
function sayPart(part: BriefPart, fields: readonly string[], words: HistoryWords): string {
  const [field, ...others] = fields
  return part === 'products' && field !== undefined && others.length === 0 && isNamed(field, words)
    ? words.productFields[field]
    : formWords[language()].parts[part]
}

const isNamed = (
  field: string,
  words: HistoryWords,
): field is keyof HistoryWords['productFields'] => field in words.productFields
