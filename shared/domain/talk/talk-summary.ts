/** A talk's list row: its shape, its bounds, and reading one that comes from storage or a card, perhaps of an older app. */
import * as z from 'zod/mini'
import type { CommentId, MemberId } from '#shared/lib/ids.ts'

/** Comments of a talk that its row tells of. */
export const linesKept = 12
export const lineCharacters = 80
/** People of a thread that its row tells of. */
export const partyKept = 20

/** A comment as lists and the inbox know it, without who is who: a row is made where nobody can tell. */
export interface TalkLine {
  readonly id: CommentId
  /** The thread's first comment; null for that one itself. */
  readonly thread: CommentId | null
  /** Device time, ms; shown, never used for an order. */
  readonly at: number
  /** The newest wording of each who claims to have put it, newest last; an empty text takes it back. */
  readonly claims: readonly Claim[]
  /** It came by an import, as the one who wrote under this clientID says: nobody needs to hear of it. */
  readonly brought?: number | undefined
}

export interface Claim {
  readonly client: number
  /** Its beginning. */
  readonly text: string
  readonly mentions: readonly MemberId[]
}

export interface Party {
  readonly thread: CommentId
  /** Under which clientIDs its comments were written. */
  readonly clients: readonly number[]
  /** Who was spoken to in it. */
  readonly asked: readonly MemberId[]
}

/** One small derived row per talk. */
export interface TalkSummary {
  readonly kind: 'talk'
  /** Comments, those taken back included: they stand in the talk as such. */
  readonly count: number
  /** Newest first, bounded. */
  readonly lines: readonly TalkLine[]
  /** Of the threads of these lines. */
  readonly parties: readonly Party[]
}

const client = z.int()
const comment = z.pipe(
  z.string(),
  z.transform((text) => text as CommentId),
)
const members = z.array(
  z.pipe(
    z.string(),
    z.transform((text) => text as MemberId),
  ),
)
const summarySchema = z.object({
  count: z.int(),
  lines: z.array(
    z.object({
      id: comment,
      thread: z.nullable(comment),
      at: z.number(),
      claims: z.array(z.object({ client, text: z.string(), mentions: members })),
      brought: z.optional(client),
    }),
  ),
  parties: z.array(z.object({ thread: comment, clients: z.array(client), asked: members })),
})

export function parseTalkSummary(value: unknown): TalkSummary | null {
  const parsed = z.safeParse(summarySchema, value)
  return parsed.success ? { kind: 'talk', ...parsed.data } : null
}
