/** The stores of `asterism:<workspace>`, version 1 (docs/decisions.md, 7). Shapes on disk stay for ever; changes add. */
import type { DBSchema, IDBPDatabase } from 'idb'
import type { DocName } from '#shared/lib/ids.ts'
import type { Head, IndexRow, OutRow, RefusedRow } from './store.ts'

/** `k` counts over the whole store, so two tabs never meet. `seq` is the relay's row, null for own; `n` the outbox row it left with. */
export interface UpdateRow {
  readonly k: number
  readonly doc: DocName
  readonly bytes: Uint8Array
  readonly seq: number | null
  readonly n: number | null
}

export interface WorkspaceDatabase extends DBSchema {
  snap: { key: DocName; value: { doc: DocName; bytes: Uint8Array; seq: number } }
  upd: { key: number; value: UpdateRow; indexes: { doc: [DocName, number] } }
  out: { key: number; value: OutRow; indexes: { doc: [DocName, number] } }
  head: { key: DocName; value: Head }
  index: { key: DocName; value: IndexRow }
  refused: { key: number; value: RefusedRow; indexes: { doc: [DocName, number] } }
  records: { key: string; value: unknown }
  meta: { key: string; value: unknown }
}

export const databaseVersion = 1

export function makeStores(database: IDBPDatabase<WorkspaceDatabase>): void {
  database.createObjectStore('snap', { keyPath: 'doc' })
  // IndexedDB counts single keys only: `k` is the key, [doc, k] the index a document is read by.
  database
    .createObjectStore('upd', { keyPath: 'k', autoIncrement: true })
    .createIndex('doc', ['doc', 'k'])
  database
    .createObjectStore('out', { keyPath: 'n', autoIncrement: true })
    .createIndex('doc', ['doc', 'n'])
  database.createObjectStore('head', { keyPath: 'doc' })
  database.createObjectStore('index', { keyPath: 'doc' })
  database.createObjectStore('refused', { keyPath: 'n' }).createIndex('doc', ['doc', 'n'])
  database.createObjectStore('records')
  database.createObjectStore('meta')
}
