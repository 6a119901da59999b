/**
 * One event-loop turn's work, waiting for its commit: per document the rows judged, the authors they raise, and who
 * must be answered once they are on disk.
 */
import type { AppendRow, Batch } from '#server/log/log.ts'
import type { DeviceId, WorkspaceId } from '#shared/lib/ids.ts'
import type { PushRefusal } from '#shared/protocol/refusals.ts'
import type { Author } from './authors.ts'
import type { DocumentRoom } from './document-room.ts'

/** Who pushed, and how they are told what became of it. */
export interface Pusher {
  readonly session: object
  readonly device: {
    readonly id: DeviceId
    readonly number: number
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
  /** Every push answered by this commit, with the row number it will get. */
  readonly answers: { readonly pusher: Pusher; readonly seq: number }[]
}

export type Turn = Map<DocumentRoom, RoomTurn>

export function roomTurn(turn: Turn, room: DocumentRoom): RoomTurn {
  const known = turn.get(room)
  if (known !== undefined) return known
  const made: RoomTurn = { room, rows: [], authors: new Map(), answers: [] }
  turn.set(room, made)
  room.uncommitted += 1
  return made
}

/** What the Log stores of a turn, one batch per workspace. */
export function batchesOf(turn: Turn): Batch[] {
  const batches = new Map<
    WorkspaceId,
    { workspace: WorkspaceId; rows: AppendRow[]; authors: Batch['authors'][number][] }
  >()
  for (const { room, rows, authors } of turn.values()) {
    if (rows.length === 0) continue
    const batch = batches.get(room.workspace) ?? {
      workspace: room.workspace,
      rows: [],
      authors: [],
    }
    batches.set(room.workspace, batch)
    for (const { row } of rows) batch.rows.push(row)
    for (const [client, author] of authors) batch.authors.push({ doc: room.doc, client, ...author })
  }
  return [...batches.values()]
}
