/** Why a task cannot wait for one more. */
import { useWords } from '#client/i18n/words.ts'
import { limits } from '#shared/protocol/limits.ts'
import { relationsWords } from './relations-words.ts'

/** Null while so many are within the limit. */
export function sayTooManyWaits(count: number): string | null {
  const words = useWords(relationsWords)()
  return count > limits.waitsPerTask ? words.tooMany(limits.waitsPerTask) : null
}
