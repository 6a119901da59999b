/**
 * Keeps what syncing reads small: a document with many rows gets a verified snapshot and its rows retire. One document
 * at a time, the work in a thread. A document with a fault is left alone for good (quarantined): its rows stay, it
 * still reads and takes edits, nothing else is touched. Left out: when to ask (hub), how rows retire (Log).
 */
import * as encoding from 'lib0/encoding'
import type { DocName } from '#shared/lib/ids.ts'
import type { Log } from '#server/log/log.ts'
import type { CompactionFault } from './compaction-messages.ts'
import { createCompactionThread, type CompactionThread } from './compaction-thread.ts'

export interface Compactor {
  /** Queues the document; nothing happens below `everyRows` rows. Answers at once, never throws. */
  compactSoon(doc: DocName): void
  /** Queues every document that has grown enough: once at start. */
  compactDue(): Promise<void>
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>
  /** Documents that will not be compacted until the relay starts again, with the reason. */
  quarantined(): ReadonlyMap<DocName, CompactionFault>
  close(): Promise<void>
}

export interface CompactorParts {
  readonly log: Log
  /** Rows since the snapshot from which compaction is worth it. */
  readonly everyRows?: number
  readonly onFault: (doc: DocName, fault: CompactionFault, detail: string) => void
  readonly thread?: CompactionThread
}

const EVERY_ROWS = 500
/** Read in one turn: about 2 ms. */
const PAGE_ROWS = 500
/** One round's share of a very long document; the next round goes on from its snapshot. */
const ROUND_ROWS = 20_000
const ROUND_BYTES = 16 * 1024 * 1024
const DUE_AT_ONCE = 10_000

export function createCompactor({
  log,
  everyRows = EVERY_ROWS,
  onFault,
  thread = createCompactionThread(),
}: CompactorParts): Compactor {
  const waiting = new Set<DocName>()
  const quarantine = new Map<DocName, CompactionFault>()
  let running: Promise<void> | null = null
  let closed = false

  const compact = async (doc: DocName): Promise<void> => {
    while (!closed) {
      const round = await readRound(log, doc)
      if (closed || round.count < everyRows) return
      const answer = await thread.compact(round)
      if (closed) return
      if (answer.kind === 'fault') return putAside(doc, answer.fault, answer.detail)
      await log.retire(doc, { upto: round.upto, bytes: answer.bytes })
    }
  }
  const putAside = (doc: DocName, fault: CompactionFault, detail: string): void => {
    quarantine.set(doc, fault)
    onFault(doc, fault, detail)
  }
  const compactOrPutAside = async (doc: DocName): Promise<void> => {
    try {
      await compact(doc)
    } catch (error) {
      if (!closed) putAside(doc, 'failed', String(error))
    }
  }
  const work = async (): Promise<void> => {
    for (const doc of waiting) {
      // Removed before it starts: rows that come meanwhile may queue it again.
      waiting.delete(doc)
      await compactOrPutAside(doc)
    }
    running = null
  }
  const compactSoon = (doc: DocName): void => {
    if (closed || quarantine.has(doc)) return
    waiting.add(doc)
    running ??= nextTurn().then(work)
  }

  return {
    compactSoon,
    async compactDue() {
      for (const { doc } of await log.uncompacted(everyRows, DUE_AT_ONCE)) compactSoon(doc)
    },
    async idle() {
      while (running !== null) await running
    },
    quarantined: () => quarantine,
    async close() {
      closed = true
      waiting.clear()
      await thread.close()
      await running
    },
  }
}

interface Round {
  readonly snapshot: Uint8Array | null
  readonly rows: Uint8Array
  readonly count: number
  readonly upto: number
}

async function readRound(log: Log, doc: DocName): Promise<Round> {
  const rows = encoding.createEncoder()
  const first = await log.read(doc, 0, PAGE_ROWS)
  let page = first.rows
  let count = 0
  let upto = first.snapshot?.upto ?? 0
  while (page.length > 0) {
    for (const { bytes } of page) encoding.writeVarUint8Array(rows, bytes)
    count += page.length
    upto = page.at(-1)?.seq ?? upto
    if (page.length < PAGE_ROWS || count >= ROUND_ROWS || encoding.length(rows) >= ROUND_BYTES)
      break
    await nextTurn()
    page = (await log.read(doc, upto, PAGE_ROWS)).rows
  }
  return { snapshot: first.snapshot?.bytes ?? null, rows: encoding.toUint8Array(rows), count, upto }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
