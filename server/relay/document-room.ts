/**
 * What the relay keeps of one document while somebody uses it: authors' clocks, row numbers, who listens, who is
 * present. No bytes of the document. Work on it runs in order; what comes before it is loaded waits.
 */
import type { AuthorClock, DocState, Log } from '#server/log/log.ts'
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import type { Author } from './authors.ts'
import type { Listener } from './listener.ts'

export interface Task {
  run(): void | Promise<void>
  /** The document could not be loaded. */
  failed(): void
}

export interface PresenceEntry {
  readonly client: number
  readonly clock: number
  /** JSON; `null` when the person has left. */
  readonly state: string
  readonly session: object
}

/** The author an open clientID is to become, and how many sockets have it open. */
type Held = Author & { holders: number }

export interface DocumentRoom {
  readonly doc: DocName
  readonly workspace: WorkspaceId
  readonly channel: number
  /** Clocks as judged, ahead of what is committed. */
  readonly authors: Map<number, Author>
  /** How deep everything judged stands (type-depths.ts); null until read from what is stored (judge.ts). */
  depths: Map<number, number[]> | null
  /** The newest row judged, and the newest committed. */
  seq: number
  committed: number
  /** Stored bytes and rows since the snapshot, as far as known here. */
  bytes: number
  rows: number
  recovering: boolean
  loaded: boolean
  /** Commits this document stands in that have not ended. */
  uncommitted: number
  /** clientIDs under which devices that may write have the document open (binding.ts). */
  readonly reserved: Map<number, Held>
  /** Those of devices that may only read. */
  readonly guests: Map<number, Held>
  readonly listeners: Set<Listener>
  readonly presence: Map<number, PresenceEntry>
  queue: Task[]
  working: boolean
  usedAt: number
}

export const createRoom = (
  workspace: WorkspaceId,
  doc: DocName,
  channel: number,
): DocumentRoom => ({
  doc,
  workspace,
  channel,
  authors: new Map(),
  depths: null,
  seq: 0,
  committed: 0,
  bytes: 0,
  rows: 0,
  recovering: false,
  loaded: false,
  uncommitted: 0,
  reserved: new Map(),
  guests: new Map(),
  listeners: new Set(),
  presence: new Map(),
  queue: [],
  working: false,
  usedAt: 0,
})

/** Runs the task at once when nothing waits before it, else in its turn. */
export function inOrder(room: DocumentRoom, log: Log, task: Task): void {
  if (room.loaded && !room.working) {
    const working = task.run()
    if (working === undefined) return
    room.working = true
    void working.finally(() => void workOff(room, log))
    return
  }
  room.queue.push(task)
  if (room.working) return
  room.working = true
  void workOff(room, log)
}

/** After a commit that failed: nothing judged on top of it counts. */
export function forgetState(room: DocumentRoom): void {
  room.loaded = false
}

export function raiseAuthors(room: DocumentRoom, authors: readonly AuthorClock[]): void {
  for (const { client, ...author } of authors) room.authors.set(client, author)
}

export const isIdle = (room: DocumentRoom): boolean =>
  room.listeners.size === 0 && room.reserved.size === 0 && room.uncommitted === 0 && !room.working

/** The device a clientID belongs to in this document: by what it wrote, else by who has it open. */
export function ownerOf(room: DocumentRoom, client: number): number | null {
  const author = room.authors.get(client)
  // Somebody brought it after a restore; its own device may still come.
  const isUnknown = author === undefined || (room.recovering && author.restored === 'brought')
  return isUnknown ? (room.reserved.get(client)?.device ?? null) : author.device
}

async function workOff(room: DocumentRoom, log: Log): Promise<void> {
  for (let task = room.queue.shift(); task !== undefined; task = room.queue.shift()) {
    if (!room.loaded && !(await isLoaded(room, log))) task.failed()
    else await runTask(task)
  }
  room.working = false
}

/** A task that throws must not keep those behind it waiting for ever. */
async function runTask(task: Task): Promise<void> {
  try {
    await task.run()
  } catch {
    task.failed()
  }
}

async function isLoaded(room: DocumentRoom, log: Log): Promise<boolean> {
  try {
    takeState(room, await log.state(room.workspace, room.doc))
    return true
  } catch {
    return false
  }
}

function takeState(room: DocumentRoom, state: DocState | null): void {
  room.authors.clear()
  raiseAuthors(room, state?.authors ?? [])
  room.depths = (state?.seq ?? 0) === 0 ? new Map() : null
  room.seq = state?.seq ?? 0
  room.committed = room.seq
  room.bytes = state?.bytes ?? 0
  room.rows = state?.rowsSinceSnapshot ?? 0
  // What a backup did not know may be brought, too, while anything may (push.ts).
  room.recovering = state?.recovering ?? true
  room.loaded = true
}
