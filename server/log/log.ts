/**
 * The Log: the durable truth of every document. Acknowledgements come from here only.
 * It stores bytes, numbers and who pushed; it never reads a document. Implementations: SQLite (default), one contract
 * suite for all (test/server/log/log-contract.ts). Left out: people (Directory), wake-ups (Bus), deciding what may enter (relay/check.ts).
 */
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import type { Row, Snapshot } from '#shared/protocol/frames.ts'

/** Who may continue a clientID's structs, and at which clock. `client` is a Yjs clientID. */
export interface AuthorClock {
  readonly client: number
  /** The relay's number of the device the id is bound to. */
  readonly device: number
  /** The next free clock: everything below is in the log. */
  readonly next: number
  /** Only while the document is recovering; absent for an author that a device began after the restore (relay/authors.ts). */
  readonly restored?: 'awaited' | 'brought' | 'returned'
  /** When the device opened the document under it, ms; only while nothing was written under it (next 0). */
  readonly boundAt?: number
}

/** What the relay must know to judge the next update of a document; read once when the document is first touched. */
export interface DocState {
  readonly doc: DocName
  readonly workspace: WorkspaceId
  /** The newest row, 0 when there is none. */
  readonly seq: number
  /** Bytes of the snapshot plus rows after it. */
  readonly bytes: number
  /** Rows not yet covered by the snapshot. */
  readonly rowsSinceSnapshot: number
  readonly authors: readonly AuthorClock[]
  /** After a restore: devices may bring other devices' lost rows. `since` is the restored backup's newest row of this document. */
  readonly recovering: boolean
  /** Only while recovering. */
  readonly since?: number
}

export interface AppendRow {
  readonly doc: DocName
  /** Contiguous per document: the newest row + 1. */
  readonly seq: number
  readonly device: number
  /** The device's own number of the push; null from a plain y-websocket client. */
  readonly n: number | null
  readonly at: number
  readonly note: Uint8Array
  readonly bytes: Uint8Array
  /** Set when a returning device brought another device's lost structs. */
  readonly recoveredBy: number | null
}

/** One event-loop turn's work: all of it is stored, or nothing. */
export interface Batch {
  readonly workspace: WorkspaceId
  readonly rows: readonly AppendRow[]
  /** Author clocks raised by these rows, or bound (next 0: that never takes one written under), newest value per (doc, client). */
  readonly authors: readonly (AuthorClock & { readonly doc: DocName })[]
  /** What stands for a document elsewhere; replaces the one before. */
  readonly cards?: readonly { readonly doc: DocName; readonly bytes: Uint8Array }[]
  /** Bindings given up before these authors are stored; one that has been written under stays. */
  readonly unbound?: readonly { readonly doc: DocName; readonly client: number }[]
}

export interface DocHistoryRow {
  readonly seq: number
  readonly device: number
  readonly at: number
  readonly note: Uint8Array
}

export interface FeedEntry {
  readonly doc: DocName
  readonly seq: number
  readonly position: number
  /** When row `seq` came, ms. */
  readonly at: number
  readonly card: Uint8Array | null
}

export type FeedChoice = ((doc: DocName) => boolean) | ReadonlyMap<DocName, number>

export interface Log {
  /** The state of a document in a workspace; null when it has no row. A document of another workspace answers null too. */
  state(workspace: WorkspaceId, doc: DocName): Promise<DocState | null>
  /** Whether another workspace has a document of this name: one that `append` would fail on. */
  isElsewhere(workspace: WorkspaceId, doc: DocName): Promise<boolean>
  /**
   * Commits all batches in one durable transaction (WAL, synchronous FULL). Resolves only once it is on disk.
   * Rejects and stores nothing if the commit fails.
   */
  append(batches: readonly Batch[]): Promise<void>
  /** Gives up bindings older than `before` (ms) under which nothing was ever written. */
  dropUnused(before: number): Promise<void>
  /** The row number under which a device's push `n` was stored, or null. Kept at least until the row is packed into history. */
  pushed(device: number, n: number): Promise<number | null>
  /** The highest push number known of a device, -1 when none is. Every one above it is new. */
  newestPush(device: number): Promise<number>
  /**
   * Rows after `after`; when some of them were packed away, the snapshot first and the rows after it.
   * With `limit` at most so many rows (long documents are read page by page).
   */
  read(
    doc: DocName,
    after: number,
    limit?: number,
  ): Promise<{ snapshot: Snapshot | null; rows: readonly Row[] }>
  /**
   * Documents of the workspace that changed after position `after`, oldest change first, each once with its newest row.
   * Of those only what `among` lets through; given as a map, each counts from its position there on, if that is later
   * than its change (the reader came to see it then), and the answer's positions say so.
   */
  feed(
    workspace: WorkspaceId,
    after: number,
    limit: number,
    among?: FeedChoice,
  ): Promise<{ entries: readonly FeedEntry[]; more: boolean }>
  /**
   * Puts a verified snapshot up to row `upto` and moves the rows it covers into packed history (notes kept).
   * Chunked so that no single transaction holds the writer long. A crash in any step leaves the document readable.
   */
  retire(doc: DocName, snapshot: Snapshot): Promise<void>
  /** Who, when, what for rows in (after, upto], packed or not. */
  history(doc: DocName, after: number, limit: number): Promise<readonly DocHistoryRow[]>
  /** Documents with at least `rows` rows since their snapshot, largest first. */
  uncompacted(
    rows: number,
    limit: number,
  ): Promise<readonly { doc: DocName; workspace: WorkspaceId; rows: number }[]>
  /**
   * A number that differs once anybody's access may have changed. Only a Log that shares its database with the
   * Directory can tell; without it every commit looks its writers up.
   */
  accessChanges?(): number
  close(): Promise<void>
}
