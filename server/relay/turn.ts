/**
 * One event-loop turn's work, waiting for its commit: per document the rows judged, the authors they raise, and who
 * must be answered once they are on disk.
 */
import type { AppendRow, Batch } from '#server/log/log.ts'
import type { DeviceId, DocName, MemberId, WorkspaceId } from '#shared/lib/ids.ts'
import type { PushRefusal } from '#shared/protocol/refusals.ts'
import type { Author } from './authors.ts'
import { raiseAuthors, type DocumentRoom } from './document-room.ts'

/** Who pushed, and how they are told what became of it. */
export interface Pusher {
  readonly session: object
  readonly device: {
    readonly id: DeviceId
    readonly number: number
    readonly member: MemberId
    readonly accessVersion: number
  }
  /** `seq` is 0 when nothing was new. Called only after everything the answer rests on is committed. */
  accepted(seq: number): void
  refused(refusal: PushRefusal): void
}

export interface RoomTurn {
  readonly room: DocumentRoom
  readonly rows: { readonly row: AppendRow; readonly pusher: Pusher }[]
  /** Clients whose clocks these rows raise. */
  readonly authors: Map<number, Author>
  /** clientIDs given up to make way for others (binding.ts). */
  readonly unbound: Set<number>
  /** What stands for the document elsewhere, where a new one came. */
  card: Uint8Array | null
  /** Who binds clientIDs here or sends a card; their access is read again like that of those who write. */
  readonly binders: Pusher[]
  /** Every push answered by this commit, with the row number it will get. */
  readonly answers: { readonly pusher: Pusher; readonly seq: number }[]
}

export type Turn = Map<DocumentRoom, RoomTurn>

export function roomTurn(turn: Turn, room: DocumentRoom): RoomTurn {
  const known = turn.get(room)
  if (known !== undefined) return known
  const made: RoomTurn = {
    room,
    rows: [],
    authors: new Map(),
    unbound: new Set(),
    card: null,
    binders: [],
    answers: [],
  }
  turn.set(room, made)
  room.uncommitted += 1
  return made
}

interface MadeBatch extends Batch {
  readonly rows: AppendRow[]
  readonly authors: Batch['authors'][number][]
  readonly unbound: { readonly doc: DocName; readonly client: number }[]
  readonly cards: { readonly doc: DocName; readonly bytes: Uint8Array }[]
}

/** With a document's first row: who has it open is stored as well (binding.ts). */
export function bindHeld({ room, authors }: RoomTurn): void {
  for (const [client, { holders: _, ...author }] of room.reserved) {
    if (room.authors.has(client)) continue
    raiseAuthors(room, [{ client, ...author }])
    authors.set(client, author)
  }
}

/** What the Log stores of a turn, one batch per workspace. */
export function batchesOf(turn: Turn): Batch[] {
  const batches = new Map<WorkspaceId, MadeBatch>()
  for (const { room, rows, authors, unbound, card } of turn.values()) {
    if (rows.length === 0 && authors.size === 0 && unbound.size === 0 && card === null) continue
    const { workspace, doc } = room
    const batch = batches.get(workspace) ?? {
      workspace,
      rows: [],
      authors: [],
      unbound: [],
      cards: [],
    }
    batches.set(workspace, batch)
    for (const { row } of rows) batch.rows.push(row)
    if (card !== null) batch.cards.push({ doc, bytes: card })
    for (const [client, author] of authors) batch.authors.push({ doc, client, ...author })
    for (const client of unbound) batch.unbound.push({ doc, client })
  }
  return [...batches.values()]
}
