/** What a talk asks of this device and its person; the app binds it to the open brief. */
import type { Named } from '#shared/domain/talk/mentions.ts'
import type { WriterOf } from '#shared/domain/talk/talk.ts'
import type { MemberId } from '#shared/lib/ids.ts'

export interface TalkCalls {
  readonly me: MemberId
  /** Who may be spoken to. */
  people(): readonly Named[]
  /** A name to show for a writer; empty for nobody known. */
  nameOf(writer: string): string
  /** Another one when more writers are known. */
  writerOf(): WriterOf
  /** By clientID the clock below which everything was seen. */
  seen(): ReadonlyMap<number, number>
  noteSeen(clocks: ReadonlyMap<number, number>): void
  /** A text begun and not sent, kept on this device; empty for none. */
  draft(of: string): string
  keepDraft(of: string, text: string): void
  /** Drafts of an earlier page are here. */
  readonly whenKept: Promise<void>
  /** The address of a comment. */
  linkTo(comment: string): string
  /** Device time, ms; moves on by itself. */
  now(): number
}
