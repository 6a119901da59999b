/**
 * Opening a document for a socket: what it lacks is read page by page, rows committed meanwhile are held back, and
 * when all has been sent the socket is live. Row numbers never run backwards and never skip.
 */
import type { Log } from '#server/log/log.ts'
import type { Row, Snapshot } from '#shared/protocol/frames.ts'
import type { DocumentRoom } from './document-room.ts'
import { heldFrames } from './fan-out.ts'
import type { Listener } from './listener.ts'

const PAGE_ROWS = 1_000

export interface CatchUpFrames {
  page(snapshot: Snapshot | null, rows: readonly Row[]): Uint8Array
  /** Everything up to `upTo` has been sent. */
  done(upTo: number): Uint8Array
}

/** Answers whether the socket is live; false when it left meanwhile. Throws when the Log cannot be read. */
export async function catchUp(
  log: Log,
  room: DocumentRoom,
  listener: Listener,
  after: number,
  frames: CatchUpFrames,
): Promise<boolean> {
  listener.held = []
  room.listeners.add(listener)
  const isHere = (): boolean => room.listeners.has(listener) && listener.outlet.isOpen()
  let upTo = Math.min(after, room.committed)
  // Without a committed row there is nothing to read, and a name the Log knows belongs to another workspace.
  while (room.committed > 0) {
    const { snapshot, rows } = await log.read(room.doc, upTo, PAGE_ROWS)
    if (!isHere()) return false
    upTo = rows.at(-1)?.seq ?? snapshot?.upto ?? upTo
    if (snapshot !== null || rows.length > 0) listener.outlet.write(frames.page(snapshot, rows))
    if (rows.length < PAGE_ROWS) break
    await listener.outlet.drained()
  }
  listener.outlet.write(Buffer.concat([frames.done(upTo), heldFrames(room, listener, upTo)]))
  listener.held = null
  listener.upTo = upTo
  return true
}
