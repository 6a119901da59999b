/** Why one more view cannot be saved. */
import { useWords } from '#client/i18n/words.ts'
import { limits } from '#shared/protocol/limits.ts'
import { savedWords } from './words.ts'

/** Null while so many are within the limit. */
export function sayTooManyViews(count: number): string | null {
  const words = useWords(savedWords)()
  return count > limits.savedViews ? words.tooMany(limits.savedViews) : null
}
