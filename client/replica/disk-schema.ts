/** The stores of `asterism:<workspace>`, version 1 (docs/decisions.md, 7). Shapes on disk stay for ever; changes add. */
import type { DBSchema, IDBPDatabase } from 'idb'
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import type { LedgerRow, RecordRow } from './record-store.ts'
import type { Head, IndexRow, OutRow, RefusedRow } from './store.ts'

/** `k` counts over the whole store, so two tabs never meet. What it says of its maker is the history (history.ts). */
export interface UpdateRow {
  readonly k: number
  readonly doc: DocName
  readonly bytes: Uint8Array
  /** The relay's row; null while own, and for ever where an own one brought the relay nothing new. */
  readonly seq: number | null
  /** The outbox row it waits with; null once that is acknowledged, and for others'. */
  readonly n: number | null
  /** The relay's number of the device that made it; null for this one. */
  readonly by: number | null
  /** Device time for own, the relay's receipt time for others'; ms. */
  readonly at: number
  /** Null: everything up to row `seq`, merged by the relay. */
  readonly note: Uint8Array | null
}

/** Rows up to `k` in one; own ones that waited then, and rows above a hole, still stand beside it. */
export interface SnapRow {
  readonly doc: DocName
  readonly bytes: Uint8Array
  readonly k: number
}

/** The rows that went into a snapshot with the newest `k`, as history-pack.ts writes them. */
export interface PastRow {
  readonly doc: DocName
  readonly k: number
  /** When the newest of them was made, ms; null: pruned, one row stands for all before it. */
  readonly at: number | null
  readonly rows: Uint8Array
}

export interface WorkspaceDatabase extends DBSchema {
  snap: { key: DocName; value: SnapRow }
  past: { key: [DocName, number]; value: PastRow }
  upd: { key: number; value: UpdateRow; indexes: { doc: [DocName, number]; n: number } }
  out: { key: number; value: OutRow; indexes: { doc: [DocName, number] } }
  head: { key: DocName; value: Head }
  index: { key: DocName; value: IndexRow }
  refused: { key: number; value: RefusedRow; indexes: { doc: [DocName, number] } }
  records: {
    key: string
    value: RecordRow
    indexes: { ledger: [DocName, number]; made: [string, number] }
  }
  ledger: { key: DocName; value: LedgerRow }
  meta: { key: string; value: unknown }
}

export const databaseVersion = 1
export const databaseName = (workspace: WorkspaceId): string => `asterism:${workspace}`

export function makeStores(database: IDBPDatabase<WorkspaceDatabase>): void {
  database.createObjectStore('snap', { keyPath: 'doc' })
  // IndexedDB counts single keys only: `k` is the key, [doc, k] the index a document is read by.
  database.createObjectStore('past', { keyPath: ['doc', 'k'] })
  const upd = database.createObjectStore('upd', { keyPath: 'k', autoIncrement: true })
  upd.createIndex('doc', ['doc', 'k'])
  // Null is no key: exactly the own rows that still wait stand in it.
  upd.createIndex('n', 'n')
  database
    .createObjectStore('out', { keyPath: 'n', autoIncrement: true })
    .createIndex('doc', ['doc', 'n'])
  database.createObjectStore('head', { keyPath: 'doc' })
  database.createObjectStore('index', { keyPath: 'doc' })
  database.createObjectStore('refused', { keyPath: 'n' }).createIndex('doc', ['doc', 'n'])
  const records = database.createObjectStore('records', { keyPath: 'id' })
  records.createIndex('ledger', ['scope', 'seq'])
  records.createIndex('made', ['device', 'n'])
  database.createObjectStore('ledger', { keyPath: 'scope' })
  database.createObjectStore('meta')
}
