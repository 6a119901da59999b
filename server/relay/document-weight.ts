/** How much a document weighs as it grows: every few hundred rows compaction is asked for and the Log's own count taken. */
import type { Log } from '#server/log/log.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { DocumentRoom } from './document-room.ts'
import { ROWS_TO_COMPACT } from './push.ts'

export function weigh(
  room: DocumentRoom,
  log: Log,
  compactor: { compactSoon(doc: DocName): void },
): void {
  if (room.rows === 0 || room.rows % ROWS_TO_COMPACT !== 0) return
  compactor.compactSoon(room.doc)
  log.state(room.workspace, room.doc).then(
    (state) => {
      if (state === null || !room.loaded) return
      room.bytes = state.bytes
      room.rows = state.rowsSinceSnapshot + Math.max(0, room.seq - state.seq)
    },
    // The count in memory stays; a Log that cannot be read shows itself elsewhere.
    () => undefined,
  )
}
