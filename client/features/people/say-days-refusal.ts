/** Why days were not taken, as a sentence. */
import type { DaysRefusal } from '#shared/documents/commands/person-profile.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { DaysWords } from './days-words.ts'

export function sayDaysRefusal({ code }: DaysRefusal, words: DaysWords): string {
  switch (code) {
    case 'too-many-at-once':
      return words.refused[code](limits.daysAtOnce)
    case 'too-many-days':
      return words.refused[code](limits.daysPerPerson)
    case 'not-a-date':
    case 'ends-before-it-begins':
      return words.refused[code]
  }
}
