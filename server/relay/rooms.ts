/**
 * The documents in use. A document's channel number is given once for the life of this process and never reused; its
 * state in memory is dropped when nobody has used it for a while.
 */
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import { createRoom, isIdle, type DocumentRoom } from './document-room.ts'

const KEPT_MS = 30_000
const KEPT_ROOMS = 5_000

export interface Rooms {
  /** The room of a document, made when there is none. */
  of(workspace: WorkspaceId, doc: DocName): DocumentRoom
  /** Drops what nobody uses. */
  sweep(): void
  /** Drops every state in memory: the database behind it was replaced. */
  forgetAll(): void
  count(): number
}

export function createRooms(now: () => number): Rooms {
  const channels = new Map<string, number>()
  const rooms = new Map<string, DocumentRoom>()
  const channelOf = (key: string): number => {
    const channel = channels.get(key) ?? channels.size + 1
    channels.set(key, channel)
    return channel
  }
  return {
    of(workspace, doc) {
      const key = `${workspace} ${doc}`
      let room = rooms.get(key)
      if (room === undefined) {
        room = createRoom(workspace, doc, channelOf(key))
        rooms.set(key, room)
      }
      room.usedAt = now()
      return room
    },
    sweep() {
      const isCrowded = rooms.size > KEPT_ROOMS
      const before = now() - KEPT_MS
      for (const [key, room] of rooms) {
        if (isIdle(room) && (isCrowded || room.usedAt < before)) rooms.delete(key)
      }
    },
    forgetAll: () => rooms.clear(),
    count: () => rooms.size,
  }
}
