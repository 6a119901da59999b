/** A message that is longer than the log has room for. */
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { limits } from '#shared/protocol/limits.ts'
import { messageWords } from './words.ts'

export function sayLongMessage(message: string): string | null {
  const { length } = [...message]
  return length <= limits.messageCharacters
    ? null
    : messageWords[language()].tooLong(formatNumber(limits.messageCharacters), formatNumber(length))
}
