/**
 * Hands one commit's rows to whoever has the documents open. Rows are encoded once per document and wire; only a
 * socket that wrote some of them itself gets bytes of its own, without those.
 */
import type { DocumentRoom } from './document-room.ts'
import type { CommittedRow, Listener } from './listener.ts'
import type { Outlet } from './outlet.ts'
import { rowsFramed } from './row-frames.ts'

export function deliver(
  room: DocumentRoom,
  rows: readonly CommittedRow[],
  toFlush: Outlet[],
): void {
  const last = rows.at(-1)?.row.seq ?? 0
  const writers = new Set(rows.map(({ by }) => by))
  const everything: { rows?: Buffer; plain?: Buffer } = {}
  for (const listener of room.listeners) {
    if (listener.held !== null) listener.held.push(...rows)
    else if (last > listener.upTo) {
      const frames = writers.has(listener.session)
        ? framesFor(room, rows, listener)
        : (everything[listener.wire] ??= framesFor(room, rows, null, listener.wire))
      if (frames.byteLength > 0 && listener.outlet.gather(frames)) toFlush.push(listener.outlet)
    }
  }
}

/** What was held back while a listener caught up to `upTo`, as far as it is newer and not its own. */
export const heldFrames = (room: DocumentRoom, listener: Listener, upTo: number): Buffer =>
  framesFor(
    room,
    (listener.held ?? []).filter(({ row }) => row.seq > upTo),
    listener,
  )

function framesFor(
  room: DocumentRoom,
  rows: readonly CommittedRow[],
  except: Listener | null,
  wire = except?.wire ?? 'rows',
): Buffer {
  const wanted = except === null ? rows : rows.filter(({ by }) => by !== except.session)
  return rowsFramed(
    wire,
    room.channel,
    wanted.map(({ row }) => row),
  )
}
