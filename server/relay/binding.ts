/**
 * Whose a clientID is before anything was written under it. A device that may write keeps the id for good: stored with
 * the next commit, before anybody is told or shown anything, in a document without rows with its first row. Who may
 * only read holds it while it shows presence and keeps nobody from it. Left out: ids with work under them (check.ts).
 */
import type { DeviceRecord } from '#server/directory/directory.ts'
import { inOrder, ownerOf, raiseAuthors, type DocumentRoom, type Task } from './document-room.ts'
import { isRecovering } from './judge.ts'
import type { RelayParts } from './relay-parts.ts'
import { mayWrite } from './standing.ts'
import type { RoomTurn } from './turn.ts'

/** Ids a device may have bound in one document without having written under them; the oldest go. */
const UNUSED_IDS = 64
/** How long an id stays bound under which nothing was written. */
export const UNUSED_MS = 90 * 24 * 3_600_000

type Parts = Pick<RelayParts, 'commits' | 'isRecoveryOver' | 'checks' | 'log' | 'now'>

export interface Holder {
  readonly session: object
  readonly device: DeviceRecord
}

/** The device whose presence may be shown under the id, null when nobody has it. */
export const holderOf = (room: DocumentRoom, client: number): number | null =>
  ownerOf(room, client) ?? room.guests.get(client)?.device ?? null

/** Whether the device may open the document under the id. One that only a reader shows is free for a writer. */
export function isFreeFor(
  { now }: Pick<Parts, 'now'>,
  room: DocumentRoom,
  client: number,
  device: DeviceRecord,
): boolean {
  const holder = mayWrite(device, room.doc, now()) ? ownerOf(room, client) : holderOf(room, client)
  return holder === null || holder === device.number
}

/** Holds a free id in memory; answers how to let go of it. */
export function hold(
  parts: Parts,
  room: DocumentRoom,
  client: number,
  device: DeviceRecord,
): () => void {
  const held = mayWrite(device, room.doc, parts.now()) ? room.reserved : room.guests
  const known = held.get(client) ?? {
    device: device.number,
    next: 0,
    boundAt: parts.now(),
    ...(isRecovering(parts, room) ? { restored: 'awaited' as const } : {}),
    holders: 0,
  }
  held.set(client, known)
  known.holders += 1
  return () => {
    known.holders -= 1
    if (known.holders === 0) held.delete(client)
  }
}

/** Stores a held id as its holder's, then goes on; on a full disk it goes on with what memory holds. */
export function bind(
  parts: Parts,
  room: DocumentRoom,
  client: number,
  { session, device }: Holder,
  then: Task,
): void {
  const held = room.reserved.get(client)
  if (held === undefined || held.device !== device.number || room.seq === 0) return void then.run()
  const known = room.authors.get(client)
  const isStored =
    known !== undefined && !(isRecovering(parts, room) && known.restored === 'brought')
  if (isStored && (known.next > 0 || room.uncommitted === 0)) return void then.run()
  const turn = parts.commits.on(room)
  const pusher = {
    session,
    device,
    accepted: () => void then.run(),
    refused: () => inOrder(room, parts.log, then),
  }
  if (!isStored && makeWay(room, turn, device.number)) {
    const author = {
      device: device.number,
      next: known?.next ?? 0,
      ...(held.restored === undefined ? {} : { restored: held.restored }),
      ...(known === undefined && held.boundAt !== undefined ? { boundAt: held.boundAt } : {}),
    }
    raiseAuthors(room, [{ client, ...author }])
    turn.authors.set(client, author)
    turn.binders.push(pusher)
  }
  turn.answers.push({ pusher, seq: 0 })
}

/** False when the device has as many ids open as it may have unused. */
function makeWay(room: DocumentRoom, turn: RoomTurn, device: number): boolean {
  const unused = [...room.authors].filter(([, one]) => one.device === device && one.next === 0)
  if (unused.length < UNUSED_IDS) return true
  const [oldest] = unused
    .filter(([client]) => !room.reserved.has(client))
    .sort(([, one], [, other]) => (one.boundAt ?? 0) - (other.boundAt ?? 0))
  if (oldest === undefined) return false
  const [client] = oldest
  room.authors.delete(client)
  turn.authors.delete(client)
  turn.unbound.add(client)
  return true
}
