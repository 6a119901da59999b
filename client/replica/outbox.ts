/**
 * The only way to the relay for what people do here: outbox rows in order, some in flight, each deleted by its
 * acknowledgement and by nothing else. `gap` and `busy` mean later; any other refusal stops that document.
 * Left out: writing rows (document.ts), rebuilding after a refusal (refusals.ts).
 */
import type { DocName } from '#shared/lib/ids.ts'
import { cardFrame, pushFrame } from '#shared/protocol/frames.ts'
import type { Ack } from '#shared/protocol/frames.ts'
import {
  isPushRefusal,
  meansLater,
  type PushRefusal,
  type Refusal,
} from '#shared/protocol/refusals.ts'
import { bytesToBase64url } from './base64url.ts'
import type { DeviceEnvironment } from './environment.ts'
import type { Link } from './link.ts'
import { retryWait } from './link-state.ts'
import type { RelayMessage } from './messages.ts'
import type { Questions } from './questions.ts'
import { isRecordLine, outToRecordFrame } from './record-line.ts'
import type { Acknowledged, OutRow, Store, Waiting } from './store.ts'

const rowsInFlight = 64
const bytesInFlight = 4 * 1024 * 1024
/** So often a gap may be healed before what is missing is looked for among what was refused. */
const gapsHealed = 2
/** A disk that took nothing may have room again. */
const againMs = 3_000

export interface OutboxParts {
  readonly environment: DeviceEnvironment
  readonly store: Store
  readonly link: Link
  readonly questions: Questions
  /** Rows of closed and other tabs are pushed by the tab that leads. */
  mayPush(n: number): boolean
  /** What stands for the document elsewhere. */
  cardOf(doc: DocName): Uint8Array | null
  settled(waiting: ReadonlyMap<DocName, Waiting>): void
  refused(doc: DocName, n: number, reason: PushRefusal): Promise<void>
  /** A record is one fact: the others of its line go on. */
  recordsSettled(waiting: Waiting): Promise<void>
  recordRefused(n: number, reason: Refusal): Promise<void>
}

export interface Outbox {
  /** There may be rows to push. */
  wake(): void
  /** This tab pushes all rows from now on, also those it passed over. */
  lead(): void
  /** Signed in on a new socket: nothing is in flight any more. */
  restart(): void
  stop(): void
  inFlight(doc: DocName): boolean
  receive(message: RelayMessage): void
}

interface Trouble {
  readonly n: number
  readonly refusal: Refusal
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { environment, store, link, questions } = parts
  const flying = new Map<number, OutRow>()
  /** Documents whose rows wait; the trouble is the refusal of the lowest row, dealt with once nothing of it is in flight. */
  const held = new Map<DocName, Trouble>()
  const tries = new Map<DocName, number>()
  const cards = new Map<DocName, string>()
  let running = false
  let pushed = 0
  let pumping = false
  let again = false

  const inFlight = (doc: DocName): boolean => [...flying.values()].some((row) => row.doc === doc)
  const bytesOut = (): number =>
    [...flying.values()].reduce((sum, { bytes }) => sum + bytes.byteLength, 0)

  const wake = (): void => {
    again = true
    if (!pumping) void pump()
  }

  const pump = async (): Promise<void> => {
    pumping = true
    try {
      while (again) {
        again = false
        await pushSome()
      }
    } catch (fault) {
      console.error('the outbox could not be read', fault)
    } finally {
      pumping = false
    }
  }

  const pushSome = async (): Promise<void> => {
    while (running && flying.size < rowsInFlight && bytesOut() < bytesInFlight) {
      const generation = link.generation()
      const from = pushed
      const rows = await store.outRows(from, rowsInFlight - flying.size)
      if (!running || generation !== link.generation() || from !== pushed) return wakeSoon()
      if (rows.length === 0) return
      for (const row of rows) {
        pushed = row.n
        if (flying.has(row.n) || held.has(row.doc) || !parts.mayPush(row.n)) continue
        flying.set(row.n, row)
        link.send(isRecordLine(row.doc) ? outToRecordFrame(row) : pushFrame(row), true)
      }
      for (const doc of new Set(rows.map((row) => row.doc))) if (inFlight(doc)) sendCard(doc)
    }
  }
  /** Behind the rows it speaks of; once for each wording. */
  const sendCard = (doc: DocName): void => {
    const bytes = parts.cardOf(doc)
    const wording = bytes === null ? null : bytesToBase64url(bytes)
    if (bytes === null || wording === null || cards.get(doc) === wording) return
    cards.set(doc, wording)
    link.send(cardFrame({ doc, bytes }), false)
  }
  const wakeSoon = (): void => void (again = running)

  const readAgain = (): void => {
    pushed = 0
    wake()
  }
  /** The rows of a document that was held are read from the start again. */
  const release = (doc: DocName): void => {
    held.delete(doc)
    readAgain()
  }

  const onAcks = async (acks: readonly Ack[]): Promise<void> => {
    const epoch = link.welcome()?.epoch
    const known = acks.flatMap(({ n, seq }) => {
      const row = flying.get(n)
      flying.delete(n)
      return row === undefined ? [] : [{ n, seq, doc: row.doc }]
    })
    if (known.length === 0 || epoch === undefined) return
    for (const { doc } of known) if (!held.has(doc)) tries.delete(doc)
    wake()
    try {
      await settle(known, epoch)
    } catch (fault) {
      // The rows stay; the relay says the same again when they are pushed again.
      console.error('an acknowledgement could not be written to this device', fault)
      environment.after(againMs, readAgain)
    }
    for (const { doc } of known) void resolveTrouble(doc)
  }

  const settle = async (known: readonly Acknowledged[], epoch: string): Promise<void> => {
    const changes = known.filter(({ doc }) => !isRecordLine(doc))
    if (changes.length > 0) parts.settled(await store.acknowledge(changes, epoch))
    const [record] = known.filter(({ doc }) => isRecordLine(doc))
    if (record === undefined) return
    const ns = known.flatMap(({ doc, n }) => (doc === record.doc ? [n] : []))
    const waiting = await (await store.records()).acknowledge(record.doc, ns)
    await parts.recordsSettled(waiting)
  }

  const onNo = (n: number, refusal: Refusal): void => {
    const row = flying.get(n)
    if (row === undefined) return
    flying.delete(n)
    const trouble = held.get(row.doc)
    if (trouble === undefined || n < trouble.n) held.set(row.doc, { n, refusal })
    wake()
    void resolveTrouble(row.doc)
  }

  const resolving = new Set<DocName>()
  const resolveTrouble = async (doc: DocName): Promise<void> => {
    const trouble = held.get(doc)
    if (trouble === undefined || inFlight(doc) || resolving.has(doc)) return
    resolving.add(doc)
    try {
      if (meansLater(trouble.refusal)) await later(doc, trouble)
      else if (isRecordLine(doc)) await parts.recordRefused(trouble.n, trouble.refusal)
      else if (isPushRefusal(trouble.refusal)) await parts.refused(doc, trouble.n, trouble.refusal)
      const now = held.get(doc)
      if (now === undefined || now === trouble) release(doc)
    } catch (fault) {
      console.error(`${doc} could not be put right`, fault)
      environment.after(againMs, () => release(doc))
    } finally {
      resolving.delete(doc)
    }
    // On a newer socket it was refused once more while the older refusal was being dealt with.
    if (held.get(doc) !== trouble) void resolveTrouble(doc)
  }

  const later = async (doc: DocName, { n, refusal }: Trouble): Promise<void> => {
    const count = (tries.get(doc) ?? 0) + 1
    tries.set(doc, count)
    const generation = link.generation()
    // The first gap is healed at once, what keeps coming back waits longer each time.
    if (refusal === 'busy' || count > 1 || isRecordLine(doc)) {
      await new Promise<void>(
        (resolve) => void environment.after(retryWait(count, environment.chance()), resolve),
      )
    }
    if (refusal !== 'gap' || generation !== link.generation() || isRecordLine(doc)) return
    const missing = count > gapsHealed ? await refusedOf(doc) : null
    if (missing !== null) return parts.refused(doc, n, missing)
    const vector = await questions.vector(doc)
    if (vector.kind === 'lost') return
    const [{ missingAt }, { updates }] = await Promise.all([
      import('./updates.ts'),
      store.load(doc),
    ])
    await store.replaceOut(n, missingAt(updates, vector.kind === 'answer' ? vector.value : null))
  }

  /** What a gap that nothing heals rests on, perhaps: another tab wrote upon it before it heard that it was refused. */
  const refusedOf = async (doc: DocName): Promise<PushRefusal | null> =>
    (await store.refused()).findLast((row) => row.doc === doc)?.reason ?? null

  return {
    wake,
    restart() {
      flying.clear()
      held.clear()
      pushed = 0
      running = true
      wake()
    },
    stop() {
      running = false
      flying.clear()
    },
    lead() {
      pushed = 0
      wake()
    },
    inFlight,
    receive(message) {
      if (message.kind === 'ack') void onAcks(message.acks)
      if (message.kind === 'no') onNo(message.n, message.refusal)
    },
  }
}
