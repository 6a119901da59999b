/**
 * What stands in a talk, before anybody is named: comments in their order, every wording with the clientID it came from.
 * Total: a key counts only where the document shows that the author it names wrote it, whatever else was put there.
 * Left out: whose edits count (read-talk.ts), which needs to know who is who.
 */
import type * as Y from 'yjs'
import { isCommentId, writtenOf } from '#shared/domain/talk/comment-id.ts'
import type { Wording } from '#shared/domain/talk/talk.ts'
import type { CommentId } from '#shared/lib/ids.ts'
import { commentsRoot } from '#shared/documents/roots.ts'
import { settersOf, writtenKeys } from '#shared/documents/yjs-internals.ts'
import { readSaid } from './read-said.ts'

/** `wording` null: its author did write one, and it is no longer there to read. */
export interface ClaimedWording {
  readonly client: number
  readonly revision: number
  readonly wording: Wording | null
}

export interface TalkEntry {
  readonly id: CommentId
  readonly client: number
  readonly clock: number
  /** Where it stands among all: one more than the highest its author saw. */
  readonly place: number
  /** The thread's first comment, its own id for that one. */
  readonly thread: CommentId
  /** The first said, then edits by their revision; of one revision a taking back last. */
  readonly wordings: readonly ClaimedWording[]
}

/** In their order, the same on every device that has the same document. */
export function readEntries(doc: Y.Doc): TalkEntry[] {
  const map = commentsRoot(doc)
  const first = new Map<
    CommentId,
    { said: ReturnType<typeof readSaid>; client: number; clock: number }
  >()
  const edits = new Map<string, ClaimedWording[]>()
  for (const key of writtenKeys(map)) {
    const [id, field = ''] = key.split('/')
    if (!isCommentId(id) || key !== `${id}/${field}`) continue
    if (field === 'said') {
      const { client, clock } = writtenOf(id)
      if (wasSetBy(map, key, client, clock))
        first.set(id, { said: readSaid(ownValue(map, key, client)), client, clock })
      continue
    }
    const [, revision, writer] = EDIT.exec(field) ?? []
    const client = Number.parseInt(writer ?? '', 36)
    if (revision === undefined || !wasSetBy(map, key, client)) continue
    const wording = readSaid(ownValue(map, key, client))
    edits.set(id, [...(edits.get(id) ?? []), { client, revision: Number(revision), wording }])
  }
  const parents = new Map([...first].map(([id, { said }]) => [id, said?.parent ?? null]))
  const entries = [...first].map(([id, { said, client, clock }]) => ({
    id,
    client,
    clock,
    // An honest place is at most the number of comments, as each stands on one before it.
    place: Math.min(said?.place ?? 0, first.size),
    thread: threadOf(id, parents),
    wordings: [{ client, revision: 0, wording: said }, ...(edits.get(id) ?? []).sort(byRevision)],
  }))
  return entries.sort(byPlace)
}

/** Of a thread: what its resolver knew of it, by clientID the highest clock; null while open. */
export function readResolved(
  doc: Y.Doc,
  thread: CommentId,
): { readonly client: number; readonly known: ReadonlyMap<string, unknown> } | null {
  const map = commentsRoot(doc)
  const key = `${thread}/resolved`
  const [setter] = settersOf(map, key)
  const known: unknown = map.get(key)
  if (setter === undefined || typeof known !== 'object' || known === null || Array.isArray(known))
    return null
  return { client: setter.client, known: new Map<string, unknown>(Object.entries(known)) }
}

export const byPlace = (
  a: Pick<TalkEntry, 'place' | 'id'>,
  b: Pick<TalkEntry, 'place' | 'id'>,
): number => a.place - b.place || (a.id < b.id ? -1 : 1)

const EDIT = /^edit\.([1-9]\d{0,8})\.([0-9a-z]{1,7})$/

function byRevision(a: ClaimedWording, b: ClaimedWording): number {
  const isBack = (one: ClaimedWording): number => (one.wording?.text === '' ? 1 : 0)
  return a.revision - b.revision || isBack(a) - isBack(b) || a.client - b.client
}

function wasSetBy(map: Y.Map<unknown>, key: string, client: number, clock?: number): boolean {
  return settersOf(map, key).some(
    (one) =>
      one.client === client && (clock === undefined || (one.from <= clock && clock <= one.to)),
  )
}

/** What stands at `key`, as long as `client` put it there. */
const ownValue = (map: Y.Map<unknown>, key: string, client: number): unknown =>
  settersOf(map, key)[0]?.client === client ? map.get(key) : undefined

/** Up the parents; one that goes in circles, which only a forger makes, stands for itself. */
function threadOf(id: CommentId, parents: ReadonlyMap<CommentId, CommentId | null>): CommentId {
  const seen = new Set<CommentId>()
  for (let at = id; ;) {
    if (seen.has(at)) return id
    seen.add(at)
    const parent = parents.get(at) ?? null
    if (parent === null || !parents.has(parent)) return at
    at = parent
  }
}
