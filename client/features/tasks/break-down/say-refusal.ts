/** Why a brief cannot be broken down, as a sentence. */
import { formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { BreakDownRefusal } from '#shared/domain/tasks/break-down.ts'
import { breakDownWords } from './words.ts'

export function sayRefusal(refusal: BreakDownRefusal): string {
  const words = useWords(breakDownWords)()
  return refusal.code === 'too-many-tasks'
    ? words.tooMany(formatNumber(refusal.count), formatNumber(refusal.limit))
    : words.refusals[refusal.code]
}
