/**
 * A talk as threads, judged by who wrote what: an edit counts when it comes from the comment's own author, on whichever
 * device; anybody else's is passed over. Threads and comments stand by their place, never by a clock.
 */
import type * as Y from 'yjs'
import type { Comment, Thread, WriterOf } from '#shared/domain/talk/talk.ts'
import type { CommentId } from '#shared/lib/ids.ts'
import { broughtWriters } from './brought-writers.ts'
import { readEntries, readResolved, type TalkEntry } from './talk-entries.ts'

export function readTalk(doc: Y.Doc, known: WriterOf): Thread[] {
  const writerOf = broughtWriters(doc, known)
  const threads = new Map<CommentId, TalkEntry[]>()
  const entries = readEntries(doc)
  // A thread stands where its first comment stands; its answers may have a place before it only by forgery.
  for (const { id, thread } of entries) if (id === thread) threads.set(id, [])
  for (const entry of entries) {
    const { id, thread } = entry
    const all = threads.get(thread) ?? []
    threads.set(thread, all)
    if (id === thread) all.unshift(entry)
    else all.push(entry)
  }
  return [...threads].map(([id, all]) => ({
    id,
    comments: all.map((entry) => judge(entry, writerOf)),
    resolvedBy: resolvedBy(doc, id, all, writerOf),
  }))
}

/** The comment as its author last put it. */
export function judge(entry: TalkEntry, writerOf: WriterOf): Comment {
  const { id, client } = entry
  const writer = writerOf(client)
  const own = entry.wordings.filter(
    (one) => one.client === client || writerOf(one.client) === writer,
  )
  const wordings = own.map(({ wording }) => wording)
  const last = wordings.at(-1) ?? null
  const said = wordings.filter((one) => one !== null)
  const { text, mentions } = last ?? nothing
  return {
    id,
    writer,
    at: said[0]?.at ?? 0,
    text,
    mentions,
    standing: last === null ? 'overwritten' : text === '' ? 'taken-back' : 'said',
    earlier: (last === null ? said : said.slice(0, -1)).map(({ text, mentions, at }) => ({
      text,
      mentions,
      at,
    })),
  }
}

const nothing: Pick<Comment, 'text' | 'mentions'> = { text: '', mentions: [] }

function resolvedBy(
  doc: Y.Doc,
  thread: CommentId,
  entries: readonly TalkEntry[],
  writerOf: WriterOf,
): string | null {
  const resolved = readResolved(doc, thread)
  if (resolved === null) return null
  const { client, known } = resolved
  const isKnown = (entry: TalkEntry): boolean =>
    Number(known.get(String(entry.client)) ?? -1) >= entry.clock
  return entries.every(isKnown) ? writerOf(client) : null
}
