/**
 * What a person does in a talk: says, answers, edits and takes back their own, settles a thread. Nothing that was said is
 * ever overwritten: an edit is a key of its own, taking back is an edit to nothing.
 */
import type * as Y from 'yjs'
import { commentIdOf } from '#shared/domain/talk/comment-id.ts'
import { commentText, type TextRefusal } from '#shared/domain/talk/comment-text.ts'
import type { Mention, WriterOf } from '#shared/domain/talk/talk.ts'
import type { CommentId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { ownClock } from '#shared/documents/own-clock.ts'
import { broughtWriters } from '#shared/documents/readers/brought-writers.ts'
import { judge } from '#shared/documents/readers/read-talk.ts'
import { readEntries, type TalkEntry } from '#shared/documents/readers/talk-entries.ts'
import { commentsRoot } from '#shared/documents/roots.ts'
import { change } from './local-change.ts'

/** As it was typed; `at` is the device's time, ms. */
export interface Saying {
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly at: number
}

type NoSuchComment = { readonly code: 'no-such-comment' }
type TooManyMentions = { readonly code: 'too-many-mentions'; readonly limit: number }
export type SayRefusal =
  | TextRefusal
  | TooManyMentions
  | { readonly code: 'too-many-comments'; readonly limit: number }
export type EditRefusal =
  | TextRefusal
  | TooManyMentions
  | NoSuchComment
  | { readonly code: 'not-yours' }

/** Begins a thread. */
export const addComment = (doc: Y.Doc, saying: Saying): Result<CommentId, SayRefusal> =>
  say(doc, 'addComment', saying, null, readEntries(doc))

/** Answers a comment, in its thread. */
export function reply(
  doc: Y.Doc,
  to: CommentId,
  saying: Saying,
): Result<CommentId, SayRefusal | NoSuchComment> {
  const entries = readEntries(doc)
  const thread = entries.find(({ id }) => id === to)?.thread
  return thread === undefined
    ? refuse({ code: 'no-such-comment' })
    : say(doc, 'reply', saying, thread, entries)
}

/** Words one's own comment anew; the wordings before stay to be seen. The same text again changes nothing. */
export function editComment(
  doc: Y.Doc,
  id: CommentId,
  saying: Saying,
  writerOf: WriterOf,
): Result<null, EditRefusal> {
  const read = within(saying)
  return read.ok ? word(doc, 'editComment', id, read.value, writerOf) : read
}

/** One's own comment stands as taken back. Editing it brings it back. */
export const takeBack = (
  doc: Y.Doc,
  id: CommentId,
  at: number,
  writerOf: WriterOf,
): Result<null, EditRefusal> => word(doc, 'takeBack', id, { text: '', mentions: [], at }, writerOf)

/** Settles a thread as far as it is known here: what somebody writes in it without knowing opens it again. */
export function resolveThread(doc: Y.Doc, thread: CommentId): void {
  const known: Record<string, number> = {}
  for (const entry of readEntries(doc)) {
    if (entry.thread !== thread) continue
    known[entry.client] = Math.max(entry.clock, known[entry.client] ?? 0)
  }
  if (Object.keys(known).length > 0) settle(doc, 'resolveThread', thread, known)
}

export function reopenThread(doc: Y.Doc, thread: CommentId): void {
  if (commentsRoot(doc).get(`${thread}/resolved`) !== undefined)
    settle(doc, 'reopenThread', thread, null)
}

const settle = (
  doc: Y.Doc,
  command: string,
  thread: CommentId,
  known: Record<string, number> | null,
): void =>
  change(doc, command, [thread], () => void commentsRoot(doc).set(`${thread}/resolved`, known))

function say(
  doc: Y.Doc,
  command: string,
  saying: Saying,
  parent: CommentId | null,
  entries: readonly TalkEntry[],
): Result<CommentId, SayRefusal> {
  const read = within(saying)
  if (!read.ok) return read
  const limit = limits.commentsPerTalk
  if (entries.length >= limit) return refuse({ code: 'too-many-comments', limit })
  const id = commentIdOf(doc.clientID, ownClock(doc))
  const place = 1 + Math.max(0, ...entries.map((entry) => entry.place))
  change(doc, command, [id], () => {
    const said = { ...stored(read.value), place }
    commentsRoot(doc).set(`${id}/said`, parent === null ? said : { ...said, parent })
  })
  return ok(id)
}

/** What is said, clean and within its limits: whoever speaks to more people than are told must know. */
function within(saying: Saying): Result<Saying, TextRefusal | TooManyMentions> {
  const text = commentText(saying.text)
  if (!text.ok) return text
  const limit = limits.mentionsPerComment
  return saying.mentions.length > limit
    ? refuse({ code: 'too-many-mentions', limit })
    : ok({ ...saying, text: text.value })
}

function word(
  doc: Y.Doc,
  command: string,
  id: CommentId,
  saying: Saying,
  known: WriterOf,
): Result<null, EditRefusal> {
  const writerOf = broughtWriters(doc, known)
  const entry = readEntries(doc).find((one) => one.id === id)
  if (entry === undefined) return refuse({ code: 'no-such-comment' })
  const now = judge(entry, writerOf)
  if (now.writer !== writerOf(doc.clientID)) return refuse({ code: 'not-yours' })
  if (now.standing !== 'overwritten' && now.text === saying.text) return ok(null)
  const revision = 1 + Math.max(...ownRevisions(entry, writerOf))
  const key = `${id}/edit.${revision}.${doc.clientID.toString(36)}`
  change(doc, command, [id], () => void commentsRoot(doc).set(key, stored(saying)))
  return ok(null)
}

/** Others' count for nothing, so nobody can raise them beyond reach. */
const ownRevisions = (entry: TalkEntry, writerOf: WriterOf): number[] =>
  entry.wordings
    .filter(({ client }) => writerOf(client) === writerOf(entry.client))
    .map(({ revision }) => revision)

const stored = ({ text, mentions, at }: Saying): Record<string, unknown> => ({
  text,
  at,
  mentions: mentions.map(({ member, name }) => [member, name]),
})
