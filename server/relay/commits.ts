/**
 * One commit per event-loop turn over all documents, without a timer; while one is under way the next gathers.
 * Nothing is sent and nobody is answered before it is on disk. When it fails, every writer of it and of what was
 * judged on top of it hears `busy`, and its documents are read from the Log again.
 */
import type { Log } from '#server/log/log.ts'
import type { DeviceId, DocName } from '#shared/lib/ids.ts'
import { forgetState, type DocumentRoom } from './document-room.ts'
import type { Writing } from './standing.ts'
import { batchesOf, bindHeld, roomTurn, type Pusher, type RoomTurn, type Turn } from './turn.ts'

export interface CommitsOptions {
  readonly log: Log
  /** Where which devices may no longer write; asked in every commit, unless the Log says that no access has changed. */
  readonly lostAccess: (writing: Writing) => Promise<Writing>
  /** What was committed, in order. */
  readonly committed: (turn: readonly RoomTurn[]) => void
  /** Answers have been given; gathered frames may leave. */
  readonly settled: () => void
  readonly failed: (error: unknown, turn: readonly RoomTurn[]) => void
}

export interface Commits {
  /** This turn's work on a document. */
  on(room: DocumentRoom): RoomTurn
  /** Resolves once everything judged so far has been committed or has failed. */
  quiet(): Promise<void>
  /** Until released every push hears `busy` at its commit. */
  hold(): void
  isHeld(): boolean
  release(): void
}

const NOBODY: Writing = new Map()

export function createCommits({
  log,
  lostAccess,
  committed,
  settled,
  failed,
}: CommitsOptions): Commits {
  let gathering: Turn = new Map()
  let isRunning = false
  let held = false
  let waiting: (() => void)[] = []

  const failRoom = (turn: RoomTurn, lost: Writing): void => {
    const onTop = gathering.get(turn.room)
    gathering.delete(turn.room)
    forgetState(turn.room)
    for (const one of onTop === undefined ? [turn] : [turn, onTop]) {
      one.room.uncommitted -= 1
      for (const { pusher } of one.answers)
        pusher.refused(isLost(lost, pusher.device.id, one.room) ? 'no-access' : 'busy')
    }
  }
  const lostNow = createAccessMemory(log, lostAccess)
  const commit = async (turn: Turn): Promise<void> => {
    const lost = await lostNow(turn)
    if (lost.size > 0) {
      for (const one of turn.values()) {
        if (!pushersOf(one).some(({ device }) => isLost(lost, device.id, one.room))) continue
        turn.delete(one.room)
        failRoom(one, lost)
      }
    }
    for (const one of turn.values()) if (one.rows[0]?.row.seq === 1) bindHeld(one)
    const batches = batchesOf(turn)
    if (batches.length > 0) await log.append(batches)
  }
  const problemOf = async (turn: Turn): Promise<{ error: unknown } | null> => {
    if (held) return { error: 'held' }
    try {
      await commit(turn)
      return null
    } catch (error) {
      return { error }
    }
  }
  const run = async (): Promise<void> => {
    const turn = gathering
    gathering = new Map()
    const problem = await problemOf(turn)
    const rooms = [...turn.values()]
    if (problem === null) {
      committed(rooms)
      for (const { room, answers } of rooms) {
        room.uncommitted -= 1
        for (const { pusher, seq } of answers) pusher.accepted(seq)
      }
    } else {
      for (const one of rooms) failRoom(one, NOBODY)
      if (!held) failed(problem.error, rooms)
    }
    settled()
    isRunning = false
    if (gathering.size > 0) schedule()
    else {
      const resolved = waiting
      waiting = []
      for (const resolve of resolved) resolve()
    }
  }
  const schedule = (): void => {
    if (isRunning) return
    isRunning = true
    setImmediate(() => void run())
  }
  return {
    on(room) {
      schedule()
      return roomTurn(gathering, room)
    },
    quiet: () => new Promise((resolve) => (isRunning ? waiting.push(resolve) : resolve())),
    hold: () => (held = true),
    isHeld: () => held,
    release: () => (held = false),
  }
}

/** Writers remembered as in order; beyond, they are looked up again. */
const REMEMBERED = 20_000

/** Whoever was found in order in a document stays so while the Log's number of access changes stands still. */
function createAccessMemory(
  log: Log,
  lostAccess: CommitsOptions['lostAccess'],
): (turn: Turn) => Promise<Writing> {
  let changes = -1
  let inOrder: Known = new Map()
  let remembered = 0
  return async (turn) => {
    const now = log.accessChanges?.() ?? null
    if (now === null || now !== changes || remembered > REMEMBERED) {
      inOrder = new Map()
      remembered = 0
    }
    changes = now ?? -1
    const known = inOrder
    const unknown = writersOf(turn, known)
    if (unknown.size === 0) return NOBODY
    const lost = await lostAccess(
      new Map(Array.from(unknown, ([id, docs]) => [id, new Set(docs.keys())])),
    )
    for (const [id, docs] of unknown)
      for (const [doc, version] of docs) {
        if (lost.get(id)?.has(doc) === true) continue
        entryOf(known, id).set(doc, version)
        remembered += 1
      }
    return lost
  }
}

/** The newest access version a device was judged by in a document. */
type Known = Map<DeviceId, Map<DocName, number>>

function entryOf(known: Known, id: DeviceId): Map<DocName, number> {
  const found = known.get(id) ?? new Map<DocName, number>()
  known.set(id, found)
  return found
}

const isLost = (lost: Writing, id: DeviceId, { doc }: DocumentRoom): boolean =>
  lost.get(id)?.has(doc) === true

/** Whose work a turn stores: rows, and clientIDs bound. */
const pushersOf = ({ rows, binders }: RoomTurn): readonly Pusher[] => [
  ...rows.map(({ pusher }) => pusher),
  ...binders,
]

/** Writers whose access version is not the known one. */
function writersOf(turn: Turn, known: Known): Known {
  const writers: Known = new Map()
  for (const one of turn.values()) {
    const { doc } = one.room
    for (const { device } of pushersOf(one)) {
      const { id, accessVersion } = device
      if (known.get(id)?.get(doc) !== accessVersion) entryOf(writers, id).set(doc, accessVersion)
    }
  }
  return writers
}
