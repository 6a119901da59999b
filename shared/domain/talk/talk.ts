/**
 * The talk about a document as plain values: threads of comments, each as its author last put it, with the wordings before.
 * Left out: how it is stored and merged (shared/documents), and who a writer is (`WriterOf` says).
 */
import type { CommentId, MemberId } from '#shared/lib/ids.ts'

/** Who wrote under a clientID: a member's id where known, else some name of the device or the clientID. */
export type WriterOf = (client: number) => string

/** Somebody spoken to by `@name`; the name as it stands in the text. */
export interface Mention {
  readonly member: MemberId
  readonly name: string
}

export interface Wording {
  readonly text: string
  readonly mentions: readonly Mention[]
  /** The writing device's time, ms; 0 where it does not say. Shown, never used for an order. */
  readonly at: number
}

export interface Comment extends Wording {
  readonly id: CommentId
  readonly writer: string
  /** `overwritten`: somebody who is not its author set it to something else; the text is only in the history. */
  readonly standing: 'said' | 'taken-back' | 'overwritten'
  /** Oldest first; none where it was never edited. */
  readonly earlier: readonly Wording[]
}

export interface Thread {
  /** Its first comment's. */
  readonly id: CommentId
  readonly comments: readonly Comment[]
  /** Null while it is open: nobody resolved it, or somebody wrote in it without knowing of that. */
  readonly resolvedBy: string | null
}
