/**
 * A comment's id: the Yjs author and clock of the struct that first said it, both in base 36. So it is unique without
 * chance, and nobody can make a comment in another's name: the document itself says who wrote under that clock.
 */
import type { CommentId } from '#shared/lib/ids.ts'

export const commentIdOf = (client: number, clock: number): CommentId =>
  `${client.toString(36)}-${clock.toString(36)}` as CommentId

export interface Written {
  readonly client: number
  readonly clock: number
}

export function isCommentId(text: unknown): text is CommentId {
  if (typeof text !== 'string') return false
  const [client, clock, ...more] = text.split('-').map((part) => Number.parseInt(part, 36))
  return (
    more.length === 0 &&
    isWhole(client) &&
    isWhole(clock) &&
    client < 2 ** 32 &&
    commentIdOf(client, clock) === text
  )
}

export function writtenOf(id: CommentId): Written {
  const [client = 0, clock = 0] = id.split('-').map((part) => Number.parseInt(part, 36))
  return { client, clock }
}

const isWhole = (value: number | undefined): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0
