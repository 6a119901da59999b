/**
 * How much a document weighs as it grows, by the Log's own count, and when it is compacted: once nobody has written to
 * it for some seconds, so that typing is not slowed down and the same rows are merged once; in the middle of typing only
 * when many rows wait or the document is at its limit.
 */
import type { Log } from '#server/log/log.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { DocumentRoom } from './document-room.ts'
import { ROWS_TO_COMPACT } from './push.ts'

type Compactor = { compactSoon(doc: DocName): void }

/** Rows after which compaction does not wait for a pause. */
const MOST_ROWS = 4 * ROWS_TO_COMPACT
const PAUSE_MS = 3_000

/** Documents whose pause is waited for. */
const waiting = new WeakSet<DocumentRoom>()

/** A row was added. */
export function weigh(room: DocumentRoom, log: Log, compactor: Compactor): void {
  if (room.rows < ROWS_TO_COMPACT) return
  const isUrgent = room.rows % MOST_ROWS === 0 || room.bytes > limits.documentBytes
  if (isUrgent && room.rows % ROWS_TO_COMPACT === 0) void count(room, log, compactor)
  else if (!waiting.has(room)) afterPause(room, () => void countTwice(room, log, compactor))
}

function afterPause(room: DocumentRoom, then: () => void): void {
  waiting.add(room)
  const { seq } = room
  setTimeout(() => {
    if (room.seq !== seq) return afterPause(room, then)
    waiting.delete(room)
    then()
  }, PAUSE_MS).unref()
}

/** Again a pause later, when compaction has been there: the document may be refused rows until it is known to be lighter. */
async function countTwice(room: DocumentRoom, log: Log, compactor: Compactor): Promise<void> {
  await count(room, log, compactor)
  if (room.rows >= ROWS_TO_COMPACT) afterPause(room, () => void count(room, log, null))
}

/** Takes the Log's count and asks for compaction if it is due. */
async function count(room: DocumentRoom, log: Log, compactor: Compactor | null): Promise<void> {
  try {
    const state = await log.state(room.workspace, room.doc)
    if (state === null || !room.loaded) return
    room.bytes = state.bytes
    room.rows = state.rowsSinceSnapshot + Math.max(0, room.seq - state.seq)
    if (room.rows >= ROWS_TO_COMPACT) compactor?.compactSoon(room.doc)
  } catch {
    // The count in memory stays; a Log that cannot be read shows itself elsewhere.
  }
}
