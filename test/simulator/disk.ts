/**
 * A device's disk: fake-indexeddb, which several tabs use through connections of their own. A tab that dies leaves each of
 * its transactions whole or undone; a full disk lets nothing more be written. Left out: the store (client/replica).
 */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { Random } from '#shared/lib/random.ts'

export interface Disk {
  /** What a tab opens its databases with. */
  forTab(): TabDisk
  /** While true most writing transactions end with a quota error. */
  full: boolean
  /** The disk itself, for whoever judges. */
  readonly factory: IDBFactory
  quotaErrors(): number
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
    full: false,
    quotaErrors: () => quotaErrors,
    forTab() {
      const open = new Set<IDBTransaction>()
      const connections = new Set<IDBDatabase>()
      let alive = true
      const begun = (transaction: IDBTransaction): void => {
        open.add(transaction)
        const ended = (): void => void open.delete(transaction)
        transaction.addEventListener('complete', ended)
        transaction.addEventListener('abort', ended)
        if (!disk.full || transaction.mode !== 'readwrite' || random.int(5) === 0) return
        setImmediate(() => {
          if (!open.has(transaction)) return
          quotaErrors += 1
          abort(transaction)
        })
      }
      return {
        indexedDB: watched(factory, (database) => {
          connections.add(database)
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
