/**
 * Who is meant by the clientIDs of an imported talk. A name counts only where the very person who has the clientID set it,
 * so that nobody can give another's comments away.
 */
import type * as Y from 'yjs'
import { broughtWriter, type Brought } from '#shared/domain/talk/brought.ts'
import type { WriterOf } from '#shared/domain/talk/talk.ts'
import { broughtRoot } from '#shared/documents/roots.ts'
import { settersOf } from '#shared/documents/yjs-internals.ts'
import { limits } from '#shared/protocol/limits.ts'

export const broughtKey = (client: number): string => `${client.toString(36)}/by`

/** Under which clientID it was said that somebody else wrote as `client`; null: it was not. */
export const broughtSetter = (doc: Y.Doc, client: number): number | null =>
  settersOf(broughtRoot(doc), broughtKey(client))[0]?.client ?? null

/** The same answers as `writerOf` where nothing was brought. */
export function broughtWriters(doc: Y.Doc, writerOf: WriterOf): WriterOf {
  const map = broughtRoot(doc)
  if (map.size === 0) return writerOf
  return (client) => {
    const writer = writerOf(client)
    const brought = readBrought(map.get(broughtKey(client)))
    const setter = broughtSetter(doc, client)
    return brought !== null && setter !== null && writerOf(setter) === writer
      ? broughtWriter(brought, client)
      : writer
  }
}

function readBrought(value: unknown): Brought | null {
  if (!Array.isArray(value)) return null
  const [name, member]: unknown[] = value
  if (typeof name !== 'string' || name.length > limits.nameCharacters) return null
  return {
    name,
    member: typeof member === 'string' && /^[0-9a-z]{26}$/.test(member) ? member : null,
  }
}
