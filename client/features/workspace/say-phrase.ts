/** A wording that is longer than the phrase book has room for. */
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { limits } from '#shared/protocol/limits.ts'
import { phraseWords } from './phrase-words.ts'

export const sayLongPhrase = (wording: string): string | null =>
  [...wording.trim()].length <= limits.phraseCharacters
    ? null
    : phraseWords[language()].tooLong(formatNumber(limits.phraseCharacters))
