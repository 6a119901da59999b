/**
 * What this device keeps of a workspace, as shapes and promises: updates, outbox, heads, index, refused rows. Two
 * implementations: `disk-store.ts` (IndexedDB) and `memory-store.ts` (when the browser gives no disk; lost on reload).
 * Left out: Yjs, the wire, and when to do any of it.
 */
import type { DeviceId, DocName } from '#shared/lib/ids.ts'
import type { Authorship, Row, Snapshot } from '#shared/protocol/frames.ts'
import type { PushRefusal } from '#shared/protocol/refusals.ts'
import type { RecordStore } from './record-store.ts'

/** One change of this device that the relay has not acknowledged. `n` rises over the whole device and is never used twice. */
export interface OutRow {
  readonly n: number
  readonly doc: DocName
  readonly note: Uint8Array
  readonly bytes: Uint8Array
  /** Device time, ms. */
  readonly at: number
}

export interface RefusedRow extends OutRow {
  readonly reason: PushRefusal
  readonly refusedAt: number
}

/** The newest relay row up to which nothing is missing here. */
export interface Head {
  readonly doc: DocName
  readonly seq: number
  readonly epoch: string
  readonly canWrite: boolean
  /** The newest row the feed has told of. */
  readonly known: number
  /** How often the document was let go: what a tab remembers of its rows holds until the next time. */
  readonly gone: number
  /** What it takes here: snapshot, rows and history; own rows once they are acknowledged. */
  readonly bytes: number
  /** Of these its history alone. */
  readonly past: number
  /** When the newest change of its oldest pack was made that may still go, ms; null: none may. */
  readonly pastFrom: number | null
  /** What it took when it was last let go; null: it never was. */
  readonly took: number | null
  /** Under which clientIDs which devices write, as the relay said; absent while it said nothing. */
  readonly authors?: readonly Authorship[]
  /** Its member may not read it any more: nothing of it is here but what the relay does not have. */
  readonly withdrawn?: true
}

/** One small derived row per document for lists; `summary` is whatever the app's `summarise` gave. */
export interface IndexRow {
  readonly doc: DocName
  readonly summary: unknown
  /** Device time of the last change, or the relay's receipt time for others' changes; ms. */
  readonly changedAt: number
  /** False: made from a card, the document itself is not on this device. */
  readonly isHere: boolean
}

/** A document as a page of the feed tells of it; `summary` from its card, null without a readable one. */
export interface Announced {
  readonly doc: DocName
  readonly seq: number
  readonly at: number
  readonly summary: unknown
}

/** A document that changed, and when; null: the time known stays. */
export type Touched = readonly [doc: DocName, at: number | null]

/** What a document waits for: how many rows, and since when (device time of the oldest). */
export interface Waiting {
  readonly count: number
  readonly since: number | null
}

export interface Loaded {
  readonly updates: readonly Uint8Array[]
  readonly head: Head | null
  /** The newest stored key among them: `load(doc, lastKey)` gives only what came later. */
  readonly lastKey: number
}

export interface LocalEdit {
  readonly bytes: Uint8Array
  readonly note: Uint8Array
  readonly at: number
  readonly index: IndexRow | null
  /** What `leave` answered for bytes among these: it goes with this edit. */
  readonly left?: readonly string[]
}

export interface DocumentEdit extends Omit<LocalEdit, 'left'> {
  readonly doc: DocName
}
/** What an edit came to on the disk. `key` is its update's, `waiting` the document's after it. */
export interface Edited {
  readonly row: OutRow
  readonly key: number
  readonly waiting: Waiting
}

/** What the relay gives of a document. */
export type RemoteItem = Row | Snapshot
export const isSnapshot = (item: RemoteItem): item is Snapshot => 'upto' in item
/** There is a gap between what the head says is here and the first of these. */
export const isApart = (head: Head, items: readonly RemoteItem[], epoch: string): boolean => {
  const [first] = items
  const seq = head.epoch === epoch ? head.seq : 0
  return first !== undefined && !isSnapshot(first) && first.seq > seq + 1
}
/** Who made it, when and what, as far as the relay says. */
export const madeBy = (item: RemoteItem): Omit<PastChange, 'isWaiting'> =>
  isSnapshot(item)
    ? { bytes: item.bytes, seq: item.upto, by: null, at: 0, note: null }
    : { bytes: item.bytes, seq: item.seq, by: item.device, at: item.at, note: item.note }

/** One change of a document as this device knows it: who, when, what (notes.ts). */
export interface PastChange {
  /** The relay's row; null for an own one that has none (yet). */
  readonly seq: number | null
  /** The relay's number of the device that made it; null for this one. */
  readonly by: number | null
  /** Device time for own, the relay's receipt time for others'; ms. */
  readonly at: number
  /** Null: everything up to row `seq`, merged by the relay, of which nothing else is known here. */
  readonly note: Uint8Array | null
  readonly bytes: Uint8Array
  /** The relay has not acknowledged it. */
  readonly isWaiting: boolean
}

/** What a fold may take of a document: a snapshot so far, and rows the relay has, in the order they came here. */
export interface Foldable {
  readonly snapshot: Uint8Array | null
  readonly changes: readonly PastChange[]
}

export interface Folded {
  readonly snapshot: Uint8Array
  /** As history-pack.ts writes it. */
  readonly pack: Uint8Array
}

/** The head of a document as it was when it was chosen to be let go. */
export type Chosen = Pick<Head, 'doc' | 'seq' | 'epoch'>

export interface Acknowledged {
  readonly n: number
  readonly seq: number
  readonly doc: DocName
}

export interface Refused {
  readonly moved: number
  readonly waiting: Waiting
  /** All refused rows of the document, these included. */
  readonly refused: number
}

/** Where the feed was read up to (meta). */
export const cursorNote = 'cursor'
/** Copies that differed from the relay's log (meta). */
export const keptNote = 'kept'

/** A document as it stood on this device at row `seq`, before the log's rows took its place at `at` (device time, ms). */
export interface KeptCopy {
  readonly doc: DocName
  readonly at: number
  readonly seq: number
  readonly updates: readonly Uint8Array[]
  /** A person was told. */
  readonly seen: boolean
}

/** What is to be replaced, as it was read, and when it is. */
export interface Replaced extends Loaded {
  readonly head: Head
  readonly at: number
}
/** The relay's epoch that heads count in (meta). */
export const epochNote = 'epoch'
/** The epoch whose comparison of every document is not finished (meta). */
export const compareNote = 'compare'

export type StorageState = 'ok' | 'memory-only' | 'failing' | 'lost'

export interface Store {
  readonly kind: 'disk' | 'memory'
  /** The browser took the database away (evicted, deleted, a newer version in another tab). */
  onLost(listener: () => void): void
  load(doc: DocName, after?: number): Promise<Loaded>
  /** One strict transaction over updates, outbox and index. Resolves when it is on disk, rejects when nothing of it is. */
  edit(doc: DocName, edit: LocalEdit): Promise<Edited>
  /** The same of many documents, all in one: taken one after the other, so that the next is made while others are written. */
  editMany(edits: Iterable<DocumentEdit>): Promise<readonly Edited[]>
  /** One request that outlives the page, when an edit may not finish before it ends. Answers its key, null without a disk. */
  leave(doc: DocName, edit: Omit<LocalEdit, 'index'>): string | null
  /** Puts what pages left into documents and outbox, in one; answers the documents. */
  takeLeft(): Promise<ReadonlyMap<DocName, Waiting>>
  /** An outbox row for bytes that are stored already (what a restored relay lacks). */
  queue(doc: DocName, change: Omit<LocalEdit, 'index'>): Promise<Waiting>
  /**
   * Bytes and head in one transaction; the head stops before the first row that is not here. `joins`: rows pulled from
   * where the head was; if it has gone back since (let go), nothing of them is stored.
   */
  remote(
    doc: DocName,
    items: readonly RemoteItem[],
    given: {
      epoch: string
      canWrite?: boolean
      joins?: boolean
      authors?: readonly Authorship[]
    },
  ): Promise<{ readonly head: Head; readonly lastKey: number; readonly isStored: boolean }>
  /** Deletes the outbox rows and moves the heads, in one. */
  acknowledge(acks: readonly Acknowledged[], epoch: string): Promise<ReadonlyMap<DocName, Waiting>>
  /**
   * Moves the document's outbox rows from `n` on to `refused` and takes their bytes out of the document, in one. Without a
   * row `n` nothing moves: another tab dealt with it, and what stands there now was sent again since.
   */
  refuse(doc: DocName, n: number, reason: PushRefusal, at: number): Promise<Refused>
  /** The document's refused rows are in it and in the outbox again, under new numbers, in one. */
  takeBack(doc: DocName): Promise<Waiting>
  /** A person does not want the document's refused rows any more. */
  discardRefused(doc: DocName): Promise<void>
  /** The next change is numbered above `n`, if it would not be anyway. */
  numberAbove(n: number): Promise<void>
  replaceOut(n: number, bytes: Uint8Array): Promise<void>
  /**
   * Puts a snapshot in the place of at least `atLeast` rows the relay has, and those into the document's history.
   * Deletes exactly what it read; false when there is too little, or another tab was first.
   */
  fold(
    doc: DocName,
    atLeast: number,
    compute: (from: Foldable) => Promise<Folded | null>,
  ): Promise<boolean>
  /**
   * Puts the relay's rows up to `copy.head` in the place of the document, history included, and the copy into the kept
   * ones, in one. What waits and what came later stays; false when another tab was first.
   */
  replace(doc: DocName, items: readonly RemoteItem[], copy: Replaced): Promise<boolean>
  /**
   * Takes a document off this device, in one, unless anything of it waits, was refused, is missing, came since it was
   * chosen, or the relay is being compared with. Its row of the list stays, as a card's, and is the answer; null: it stays.
   */
  letGo(chosen: Chosen): Promise<IndexRow | null>
  /**
   * Takes off this device, in one, what its member may not read any more: content, history, rows of the list, kept copies,
   * and the records of these scopes but those of device `own`. Rows that wait and what was refused stay. Twice is once.
   */
  withdraw(docs: readonly DocName[], own: DeviceId): Promise<void>
  /** Documents and scopes of which anything is here, and those that were withdrawn. */
  named(): Promise<ReadonlyMap<DocName, 'here' | 'withdrawn'>>
  /**
   * Puts one change in the place of the document's packs with nothing newer than `before` in them. Deletes exactly what it
   * read; false when there is none, or another tab was first.
   */
  prune(
    doc: DocName,
    before: number,
    compute: (packs: readonly Uint8Array[]) => Promise<Uint8Array>,
  ): Promise<boolean>
  /** In the order in which they came to be here. Everything up to one of them was once the state of this device. */
  history(doc: DocName): Promise<PastChange[]>
  /** In order of `n`. */
  outRows(after: number, limit: number): Promise<OutRow[]>
  /** Both as they were at one moment: rows go from one to the other and back. */
  standing(doc: DocName): Promise<{ readonly waiting: Waiting; readonly refused: number }>
  outbox(): Promise<ReadonlyMap<DocName, Waiting>>
  refused(): Promise<RefusedRow[]>
  heads(): Promise<Head[]>
  head(doc: DocName): Promise<Head | null>
  /** Rows seen above a hole of this document (kept in memory, lost on reload). */
  hasHole(doc: DocName): boolean
  /** A new epoch: every head back to 0, and the given notes, in one. */
  resetHeads(epoch: string, notes: Readonly<Record<string, unknown>>): Promise<DocName[]>
  /** What a page of the feed says: the newest rows there are, rows of the list for what is not here, and the cursor, in one. */
  announce(
    entries: readonly Announced[],
    page: {
      readonly epoch: string
      readonly cursor: string
      /** Scopes with new records, and the newest number in each one's ledger. */
      readonly records: readonly (readonly [DocName, number])[]
    },
  ): Promise<IndexRow[]>
  /** Signed facts, a part of this store that comes when it is first asked for. */
  records(): Promise<RecordStore>
  getNote(name: string): Promise<unknown>
  putNote(name: string, value: unknown): Promise<void>
  index(): Promise<IndexRow[]>
  indexRow(doc: DocName): Promise<IndexRow | null>
  putIndex(row: IndexRow): Promise<void>
  /** Index rows of documents as they stand, made and written in one; `at` null keeps the time known. */
  summarise(
    docs: readonly Touched[],
    summarise: (doc: DocName, updates: readonly Uint8Array[]) => unknown,
  ): Promise<IndexRow[]>
  close(): void
}
