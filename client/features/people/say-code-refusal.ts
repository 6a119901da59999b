/** Why a code did not link this device: in its own words, or those of any joining. */
import { useWords } from '#client/i18n/words.ts'
import { codeWords } from './code-words.ts'
import type { Refused } from './relay-calls.ts'
import { peopleWords } from './words.ts'

export function sayCodeRefusal({ code }: Refused): string {
  const { refusals } = useWords(codeWords)()
  return code in refusals
    ? refusals[code as keyof typeof refusals]
    : useWords(peopleWords)().refusals[code]
}
