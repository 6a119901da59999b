/** Why a comment was not taken, in a sentence to act on. */
import type { EditRefusal, SayRefusal } from '#shared/documents/commands/talk.ts'
import type { TalkWords } from './words.ts'

export function sayRefusal(refusal: SayRefusal | EditRefusal, words: TalkWords): string {
  switch (refusal.code) {
    case 'nothing-said':
      return words.nothingSaid
    case 'too-long':
      return words.tooLong(refusal.length, refusal.limit)
    case 'too-many-mentions':
      return words.tooManyMentions(refusal.limit)
    case 'too-many-comments':
      return words.tooMany(refusal.limit)
    case 'not-yours':
      return words.notYours
    case 'no-such-comment':
      return words.noSuchComment
  }
}
