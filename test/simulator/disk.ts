/**
 * A device's disk: fake-indexeddb, which several tabs use through connections of their own. A tab that dies leaves each of
 * its transactions whole or undone; a full disk lets nothing more be written. Left out: the store (client/replica).
 */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { databaseName, type SnapRow, type UpdateRow } from '#client/replica/disk-schema.ts'
import type { OutRow, RefusedRow } from '#client/replica/store.ts'
import type { WorkspaceId } from '#shared/lib/ids.ts'
import type { Random } from '#shared/lib/random.ts'

export interface Disk {
  /** What a tab opens its databases with. */
  forTab(): TabDisk
  /** Most writing transactions end with a quota error: all, or only those for what the relay said. */
  full: Full
  /** The disk itself, for whoever judges. */
  readonly factory: IDBFactory
  quotaErrors(): number
  /** What stands in the workspace's database now, for whoever judges; null while somebody writes, or without one. */
  rows(workspace: WorkspaceId): DiskRows | null
  /** The browser deletes the workspace's database under its tabs. */
  lose(workspace: WorkspaceId): void
}

export type Full = 'no' | 'for all' | 'for answers'

/** The very rows, not copies of them. */
export interface DiskRows {
  readonly snap: readonly SnapRow[]
  readonly upd: readonly UpdateRow[]
  readonly out: readonly OutRow[]
  readonly refused: readonly RefusedRow[]
}

export interface TabDisk {
  readonly indexedDB: IDBFactory
  /** The tab is gone: of what it had begun to write, the oldest may still be finished, the rest is undone. */
  die(): void
}

export function createDisk(random: Random): Disk {
  const factory = new IDBFactory()
  let quotaErrors = 0
  const disk: Disk = {
    factory,
    full: 'no',
    quotaErrors: () => quotaErrors,
    rows: (workspace) => readRows(factory, databaseName(workspace)),
    lose: (workspace) => void factory.deleteDatabase(databaseName(workspace)),
    forTab() {
      const open = new Set<IDBTransaction>()
      const connections = new Set<IDBDatabase>()
      let alive = true
      const begun = (transaction: IDBTransaction): void => {
        open.add(transaction)
        const ended = (): void => void open.delete(transaction)
        transaction.addEventListener('complete', ended)
        transaction.addEventListener('abort', ended)
        if (disk.full === 'no' || transaction.mode !== 'readwrite' || random.int(5) === 0) return
        // Rows, acknowledgements and pages of the feed move heads.
        if (disk.full === 'for answers' && !transaction.objectStoreNames.contains('head')) return
        setImmediate(() => {
          if (!open.has(transaction)) return
          quotaErrors += 1
          abort(transaction)
        })
      }
      return {
        indexedDB: watched(factory, (database) => {
          connections.add(database)
          if (!alive) database.close()
          const transaction = database.transaction.bind(database)
          database.transaction = (...how: Parameters<IDBDatabase['transaction']>) => {
            if (!alive) throw new DOMException('the page is gone', 'InvalidStateError')
            const made = transaction(...how)
            begun(made)
            return made
          }
        }),
        die() {
          alive = false
          const finished = random.int(open.size + 1)
          for (const transaction of [...open].slice(finished)) {
            unheard(transaction)
            abort(transaction)
          }
          for (const database of connections) database.close()
        },
      }
    },
  }
  return disk
}

/** Private to fake-indexeddb, as far as the judge reads it. */
interface RawDatabase {
  readonly transactions: readonly { readonly mode: string; readonly _state: string }[]
  readonly rawObjectStores: ReadonlyMap<string, { readonly records: RawRecords }>
}
interface RawRecords {
  values(): Iterable<{ readonly value: never }>
}

function readRows(factory: IDBFactory, name: string): DiskRows | null {
  const databases: unknown = Reflect.get(factory, '_databases')
  if (!(databases instanceof Map)) throw new Error('this is not the IndexedDB it was written for')
  const database: RawDatabase | undefined = databases.get(name)
  if (database === undefined) return null
  const isWritten = database.transactions.some(
    ({ mode, _state }) => mode !== 'readonly' && _state !== 'finished',
  )
  if (isWritten) return null
  const all = <Row>(store: string): Row[] =>
    Array.from(database.rawObjectStores.get(store)?.records.values() ?? [], ({ value }) => value)
  return { snap: all('snap'), upd: all('upd'), out: all('out'), refused: all('refused') }
}

/** Nobody is left to hear of what becomes of it. */
function unheard(transaction: IDBTransaction): void {
  const silent = { dispatchEvent: () => true }
  Object.assign(transaction, silent)
  // Private to fake-indexeddb: the requests that were not yet answered.
  const requests: unknown = Reflect.get(transaction, '_requests')
  if (!Array.isArray(requests)) throw new Error('this is not the IndexedDB it was written for')
  for (const { request } of requests) Object.assign(request, silent)
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It has ended.
  }
}

/** A factory that shows each connection before anybody else gets it. */
function watched(factory: IDBFactory, seen: (database: IDBDatabase) => void): IDBFactory {
  return new Proxy(factory, {
    get(target, name) {
      if (name !== 'open') return Reflect.get(target, name)
      return (database: string, version?: number): IDBOpenDBRequest => {
        const request = target.open(database, version)
        request.addEventListener('success', () => seen(request.result))
        return request
      }
    },
  })
}
