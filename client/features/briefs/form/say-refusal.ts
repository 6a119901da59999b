/** Why a field of the brief did not take a value, in a sentence. */
import type { DetailRefusal } from '#shared/documents/commands/brief-details.ts'
import type { ListRefusal } from '#shared/documents/commands/brief-lists.ts'
import type { FormWords } from './words.ts'

export function sayRefusal(refusal: DetailRefusal | ListRefusal, words: FormWords): string {
  switch (refusal.code) {
    case 'too-many-rows':
      return words.refusals.tooManyRows(refusal.limit)
    case 'not-a-quantity':
      return words.refusals.quantity(refusal.limit)
    case 'not-a-length':
      return words.refusals.videoSeconds(refusal.limit)
    case 'too-many-files':
      return words.refusals.tooManyFiles(refusal.limit)
    case 'too-long':
      return words.refusals.tooLong(refusal.limit)
    case 'not-a-date':
      return words.refusals.notADate
    case 'not-a-file':
      return words.refusals.notAFile
    case 'not-in-the-catalogue':
      return words.refusals.notInCatalogue
  }
}
