/** What this device keeps for talks beside their documents, in one part that comes after the first screen. */
import { createAuthors, type AuthorsParts, type FollowedAuthors } from './authors.ts'
import type { Desk } from './desk.ts'
import { createQuietEvents, type QuietEvents } from './desk-quiet.ts'
import { createDeskVisits, type DeskVisits } from './desk-visits.ts'
import { createTalkDesk, type TalkDesk } from './talk-desk.ts'

export interface TalkKeeping {
  /** Who wrote what is in a document. */
  readonly authors: FollowedAuthors
  /** What this person opened, has seen and is about to say, on this device alone. */
  readonly desk: TalkDesk
  /** What they do not want to be told of. */
  readonly quiet: QuietEvents
  /** When they were here. */
  readonly visits: DeskVisits
}

export const createTalkKeeping = (parts: AuthorsParts, desk: Desk): TalkKeeping => ({
  authors: createAuthors(parts),
  desk: createTalkDesk(desk),
  quiet: createQuietEvents(desk),
  visits: createDeskVisits(desk),
})
