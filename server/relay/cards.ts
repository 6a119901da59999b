/**
 * A card: a few bytes that stand for a document on devices that do not have it. The relay keeps the newest and gives it
 * out with the feed, to whoever may read the document; it does not read it. Nobody is answered: the next one replaces it.
 */
import type { DeviceRecord } from '#server/directory/directory.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { inOrder } from './document-room.ts'
import type { RelayParts } from './relay-parts.ts'
import { mayWrite } from './standing.ts'

const nothing = (): void => undefined

export function takeCard(
  { rooms, log, commits, now }: RelayParts,
  session: object,
  device: DeviceRecord,
  doc: DocName,
  bytes: Uint8Array,
): void {
  if (!mayWrite(device, doc, now())) return
  const room = rooms.of(device.workspace.id, doc)
  inOrder(room, log, {
    run() {
      // A card for nothing: the document's first row was not taken.
      if (room.seq === 0) return
      const turn = commits.on(room)
      turn.card = new Uint8Array(bytes)
      turn.binders.push({ session, device, accepted: nothing, refused: nothing })
    },
    failed: nothing,
  })
}
