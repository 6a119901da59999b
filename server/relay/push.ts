/**
 * An update on its way in, from either wire: sizes, number, check, right to write, then a place in this turn's commit.
 * Left out: committing (commits.ts) and telling the others (fan-out.ts).
 */
import type { PushRefusal } from '#shared/protocol/refusals.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Beginnings } from './beginnings.ts'
import type { Verdict } from './check.ts'
import type { Commits } from './commits.ts'
import type { Counted } from './counted.ts'
import { inOrder, raiseAuthors, type DocumentRoom } from './document-room.ts'
import { isRecovering, judge, judgedBy, judgeHere, type JudgeDeps } from './judge.ts'
import type { PushNumbers } from './push-numbers.ts'
import type { Pusher } from './turn.ts'
import { addDepths } from './type-depths.ts'

export interface Incoming {
  /** The device's own number; null from a plain y-websocket client. */
  readonly n: number | null
  readonly note: Uint8Array
  readonly bytes: Uint8Array
  readonly canWrite: boolean
}

export interface PushDeps extends JudgeDeps {
  readonly commits: Commits
  readonly numbers: PushNumbers
  readonly now: () => number
  readonly beginnings: Beginnings
  readonly memberPushes: Counted
  readonly documentPushes: Counted
  /** Rows have been added to a document; compaction may be due. */
  readonly grown: (room: DocumentRoom) => void
}

/** Below so many rows since the snapshot nothing is compacted, and a document's bytes are what it weighs. */
export const ROWS_TO_COMPACT = 500
/** Bytes a document may take while compaction is behind. */
const UNCOMPACTED_BYTES = 16 * limits.documentBytes

export function takePush(deps: PushDeps, room: DocumentRoom, pusher: Pusher, push: Incoming): void {
  if (push.bytes.byteLength > limits.updateBytes) return pusher.refused('too-large')
  if (push.note.byteLength > limits.noteBytes) return pusher.refused('note-too-large')
  const isTooOften =
    !deps.memberPushes.take(pusher.device.member) || !deps.documentPushes.take(room.doc)
  if (isTooOften) return pusher.refused('busy')
  const { n } = push
  if (n === null) return void place(deps, room, pusher, push)
  const device = pusher.device.number
  const begun = deps.numbers.begin(device, n, push.bytes, pusher)
  // Once the other one is stored its number can be told from this one's.
  if (begun === 'other') return pusher.refused('busy')
  if (begun === 'repeat') return
  place(deps, room, answeringAll(deps.numbers, pusher, n), push)
}

/** Everybody who sent this number hears the same answer. */
const answeringAll = (numbers: PushNumbers, pusher: Pusher, n: number): Pusher => ({
  session: pusher.session,
  device: pusher.device,
  accepted(seq) {
    for (const one of numbers.end(pusher.device.number, n)) one.accepted(seq)
  },
  refused(refusal) {
    for (const one of numbers.end(pusher.device.number, n)) one.refused(refusal)
  },
})

function place(deps: PushDeps, room: DocumentRoom, pusher: Pusher, push: Incoming): void {
  inOrder(room, deps.log, {
    run() {
      const depths = judgedBy(room, push.bytes)
      if (depths === null || !isPlain(deps, room, pusher, push))
        return enterLater(deps, room, pusher, push)
      const judged = judgeHere(deps, room, depths, pusher.device.number, push.bytes)
      return enter(deps, room, pusher, push, judged)
    },
    failed: () => pusher.refused('busy'),
  })
}

/** Nothing must be asked first: a plainly new number, to a document that is this workspace's. */
const isPlain = (
  { numbers }: PushDeps,
  room: DocumentRoom,
  { device }: Pusher,
  push: Incoming,
): boolean => room.seq > 0 && (push.n === null || numbers.mustAsk(device.number, push.n) === null)

/** What comes behind it in its document waits; other documents go on. */
async function enterLater(
  deps: PushDeps,
  room: DocumentRoom,
  pusher: Pusher,
  push: Incoming,
): Promise<void> {
  try {
    const seq = push.n === null ? null : await storedAs(deps, pusher.device.number, push.n)
    if (seq !== null && (await isSame(deps, room, pusher, push, seq))) return pusher.accepted(seq)
    if (room.seq === 0 && (await deps.beginnings.isElsewhere(room)))
      return pusher.refused('no-access')
    const judged = await judge(deps, room, pusher.device.number, push.bytes)
    // A commit failed meanwhile: what this was judged by does not count.
    if (judged === null || !room.loaded) return pusher.refused('busy')
    // A device whose disk was emptied counts from the start again: its number is taken, its work is new.
    enter(deps, room, pusher, seq === null ? push : { ...push, n: null }, judged)
  } catch {
    pusher.refused('busy')
  }
}

/** Whether row `seq` of this document is this very push, stored before. */
async function isSame(
  { log }: PushDeps,
  room: DocumentRoom,
  { device }: Pusher,
  { bytes }: Incoming,
  seq: number,
): Promise<boolean> {
  const [row] = (await log.read(room.doc, seq - 1, 1)).rows
  return (
    row !== undefined &&
    row.seq === seq &&
    row.device === device.number &&
    Buffer.compare(row.bytes, bytes) === 0
  )
}

/** The row a device's push was stored as before, asked of the Log only where it may know it. */
async function storedAs(
  { log, numbers }: PushDeps,
  device: number,
  n: number,
): Promise<number | null> {
  if (numbers.mustAsk(device, n) === 'newest')
    numbers.newestIs(device, await log.newestPush(device))
  return numbers.mustAsk(device, n) === null ? null : log.pushed(device, n)
}

function enter(
  deps: PushDeps,
  room: DocumentRoom,
  pusher: Pusher,
  push: Incoming,
  judged: Result<Verdict, PushRefusal>,
): void {
  if (!judged.ok) return pusher.refused(judged.refusal)
  const { stored, holdsOthers } = judged.value
  // An outbox holds its own device's work only. Were it answered as known, somebody who wrote under this device's id
  // while it was away would have made its work disappear unseen.
  if (push.n !== null && holdsOthers && !isRecovering(deps, room))
    return pusher.refused('client-of-another-device')
  if (stored === null) {
    deps.commits.on(room).answers.push({ pusher, seq: 0 })
    return
  }
  const refusal = push.canWrite ? sizeRefusal(room, stored.byteLength) : 'no-access'
  if (refusal !== null) return pusher.refused(refusal)
  if (room.seq === 0 && !deps.beginnings.take(room)) return pusher.refused('no-access')
  addRow(deps, room, pusher, push, judged.value, stored)
}

function sizeRefusal(room: DocumentRoom, bytes: number): PushRefusal | null {
  if (room.bytes + bytes <= limits.documentBytes) return null
  if (room.rows < ROWS_TO_COMPACT) return 'document-full'
  return room.bytes + bytes <= UNCOMPACTED_BYTES ? null : 'busy'
}

function addRow(
  deps: PushDeps,
  room: DocumentRoom,
  pusher: Pusher,
  push: Incoming,
  verdict: Verdict,
  bytes: Uint8Array,
): void {
  const device = pusher.device.number
  const seq = room.seq + 1
  room.seq = seq
  room.rows += 1
  room.bytes += bytes.byteLength
  raiseAuthors(room, verdict.authors)
  if (room.depths !== null) addDepths(room.depths, verdict.depths)
  if (push.n !== null) deps.numbers.isNew(device, push.n)
  const turn = deps.commits.on(room)
  const recoveredBy = verdict.recovered ? device : null
  turn.rows.push({
    pusher,
    row: {
      doc: room.doc,
      seq,
      device,
      n: push.n,
      at: deps.now(),
      note: push.note,
      bytes,
      recoveredBy,
    },
  })
  for (const { client, ...author } of verdict.authors) turn.authors.set(client, author)
  turn.answers.push({ pusher, seq })
  deps.grown(room)
}
