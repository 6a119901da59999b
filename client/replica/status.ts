/**
 * Where each change is, computed from facts alone: gathered or being written, outbox rows, refused rows, link, storage.
 * `safe` can only come out when nothing waits anywhere and the relay has spoken of the document. Left out: words.
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { LinkState } from './link-state.ts'
import { createListeners } from './listeners.ts'
import type { GatherState } from './gather.ts'
import type { StorageState, Waiting } from './store.ts'

export type StatusKind = 'saving' | 'on-device' | 'safe' | 'refused' | 'not-stored'

export interface DocStatus {
  readonly kind: StatusKind
  /** Changes the relay does not have yet; `since`: device time of the oldest, ms. */
  readonly waiting: number
  readonly since: number | null
  /** Changes the relay did not take; they are kept and can be exported. */
  readonly refused: number
  /** Files the relay does not have, refused ones included. */
  readonly files: number
}

export interface OverallStatus extends DocStatus {
  readonly link: LinkState
  readonly storage: StorageState
  /** Documents whose newest rows are still to be fetched. */
  readonly toFetch: number
  /** Documents that differed from the relay's copy and were read again, which nobody has seen yet. */
  readonly reread: readonly DocName[]
  /** This device's clock minus the relay's at the last welcome, ms; 0 until there was one. */
  readonly clockOffMs: number
}

export interface Facts {
  readonly gathering: GatherState
  readonly waiting: Waiting
  readonly refused: number
  readonly files: number
  /** The relay has spoken of it (this session or an earlier one). */
  readonly heard: boolean
  /** The relay was put back to an older state and has not been compared with this document yet. */
  readonly recovering: boolean
}

export function judge(facts: Facts): DocStatus {
  const { gathering, waiting, refused, files, heard, recovering } = facts
  const counts = { waiting: waiting.count, since: waiting.since, refused, files }
  if (gathering === 'failing') return { kind: 'not-stored', ...counts }
  if (refused > 0) return { kind: 'refused', ...counts }
  if (gathering === 'saving') return { kind: 'saving', ...counts }
  if (waiting.count > 0 || files > 0 || !heard || recovering)
    return { kind: 'on-device', ...counts }
  return { kind: 'safe', ...counts }
}

/** All documents together. */
export function sum(all: Iterable<Facts>, heard: boolean): Facts {
  let gathering: GatherState = 'empty'
  let refused = 0
  let files = 0
  let recovering = false
  let count = 0
  let since: number | null = null
  for (const facts of all) {
    if (facts.gathering === 'failing' || gathering === 'empty') gathering = facts.gathering
    refused += facts.refused
    files += facts.files
    recovering ||= facts.recovering
    count += facts.waiting.count
    const own = facts.waiting.since
    if (own !== null) since = since === null ? own : Math.min(since, own)
  }
  return { gathering, refused, files, heard, recovering, waiting: { count, since } }
}

export interface Status {
  of(doc: DocName): DocStatus
  overall(): OverallStatus
  subscribe(listener: () => void): () => void
  /** Facts come in here, from the parts that know them. */
  note(doc: DocName, facts: Partial<Facts>): void
  noteWaiting(waiting: ReadonlyMap<DocName, Waiting>): void
  /** The relay has spoken of these. */
  noteKnown(docs: readonly DocName[]): void
  noteLink(link: LinkState): void
  noteStorage(storage: StorageState): void
  noteToFetch(documents: number): void
  noteReread(documents: readonly DocName[]): void
  noteClock(offMs: number): void
  noteHeard(): void
  /** Files the relay does not have, of each document; of the others it has all. Until it was said nothing is called safe. */
  noteUnsentFiles(files: ReadonlyMap<DocName, number>): void
  /** Every document has been compared with the relay that was put back, here or in another tab. */
  noteCompared(): void
  /** Something beside these facts changed that whoever shows them looks at. */
  changed(): void
  storage(): StorageState
}

const unknown: Facts = {
  gathering: 'empty',
  waiting: { count: 0, since: null },
  refused: 0,
  files: 0,
  heard: false,
  recovering: false,
}

export function createStatus(): Status {
  const facts = new Map<DocName, Facts>()
  const listeners = createListeners<void>()
  let link: LinkState = 'connecting'
  let storage: StorageState = 'ok'
  let heard = false
  let toFetch = 0
  let reread: readonly DocName[] = []
  let clockOffMs = 0
  let filesRead = false
  const truly = (own: Facts): DocStatus => judge(filesRead ? own : { ...own, heard: false })
  return {
    of: (doc) => truly(facts.get(doc) ?? unknown),
    overall: () => ({
      ...truly(sum(facts.values(), heard)),
      link,
      storage,
      toFetch,
      reread,
      clockOffMs,
    }),
    subscribe: (listener) => listeners.add(listener),
    note(doc, more) {
      facts.set(doc, { ...(facts.get(doc) ?? unknown), ...more })
      listeners.tell()
    },
    noteWaiting(waiting) {
      for (const [doc, own] of waiting)
        facts.set(doc, { ...(facts.get(doc) ?? unknown), waiting: own })
      listeners.tell()
    },
    noteKnown(docs) {
      for (const doc of docs) facts.set(doc, { ...(facts.get(doc) ?? unknown), heard: true })
      listeners.tell()
    },
    noteLink(now) {
      link = now
      listeners.tell()
    },
    noteStorage(now) {
      // Lost and memory-only last until the page is opened again.
      if (storage === now || storage === 'lost' || storage === 'memory-only') return
      storage = now
      listeners.tell()
    },
    noteToFetch(documents) {
      if (toFetch === documents) return
      toFetch = documents
      listeners.tell()
    },
    noteReread(documents) {
      reread = documents
      listeners.tell()
    },
    noteClock(offMs) {
      clockOffMs = offMs
      listeners.tell()
    },
    noteHeard() {
      heard = true
      listeners.tell()
    },
    noteUnsentFiles(unsent) {
      filesRead = true
      for (const [doc, own] of facts)
        if (own.files !== (unsent.get(doc) ?? 0))
          facts.set(doc, { ...own, files: unsent.get(doc) ?? 0 })
      for (const [doc, files] of unsent) if (!facts.has(doc)) facts.set(doc, { ...unknown, files })
      listeners.tell()
    },
    noteCompared() {
      for (const [doc, own] of facts)
        if (own.recovering) facts.set(doc, { ...own, recovering: false })
      listeners.tell()
    },
    changed: () => listeners.tell(),
    storage: () => storage,
  }
}
