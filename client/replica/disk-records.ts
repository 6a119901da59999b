/** Records in IndexedDB (docs/decisions.md, 7). Signing cannot happen inside a transaction, so `add` looks whether it still fits. */
import * as z from 'zod/mini'
import type { IDBPDatabase, IDBPTransaction } from 'idb'
import type { DocName } from '#shared/lib/ids.ts'
import { readWaiting, rowsOf, unnumbered } from './disk-parts.ts'
import type { WorkspaceDatabase } from './disk-schema.ts'
import { strict, whole } from './disk-write.ts'
import { recordIdIn, recordToOut } from './record-line.ts'
import {
  ledgerAfter,
  madeNote,
  withoutReceipt,
  type Made,
  type RecordStore,
} from './record-store.ts'
import type { OutRow } from './store.ts'

const madeSchema = z.object({ n: z.int(), id: z.nullable(z.string()) })

export function createDiskRecords(database: IDBPDatabase<WorkspaceDatabase>): RecordStore {
  const writing = () => database.transaction(['records', 'out', 'meta'], 'readwrite', strict)
  return {
    made: async () => readMade(await database.get('meta', madeNote)),
    async add(rows, before, line, at) {
      return whole(writing(), async (tx) => {
        const made = readMade(await tx.objectStore('meta').get(madeNote))
        if (made.n !== before.n || made.id !== before.id) return null
        for (const row of rows) {
          await tx.objectStore('records').put(row)
          await tx.objectStore('out').add(unnumbered<OutRow, 'n'>(recordToOut(line, row, at)))
        }
        const last = rows.at(-1)
        if (last !== undefined)
          await tx.objectStore('meta').put({ n: last.n, id: last.id }, madeNote)
        return readWaiting(tx.objectStore('out'), line)
      })
    },
    async acknowledge(line, ns) {
      return whole(database.transaction('out', 'readwrite', strict), async (tx) => {
        for (const n of ns) await tx.store.delete(n)
        return readWaiting(tx.store, line)
      })
    },
    async refuse(line, n, reason, at) {
      return whole(writing(), async (tx) => {
        const out = await tx.objectStore('out').get(n)
        const row = out && (await tx.objectStore('records').get(recordIdIn(out)))
        if (row !== undefined)
          await tx.objectStore('records').put({ ...row, refused: { reason, at } })
        await tx.objectStore('out').delete(n)
        return readWaiting(tx.objectStore('out'), line)
      })
    },
    async bring(line, device, known, at) {
      return whole(writing(), async (tx) => {
        const made = readMade(await tx.objectStore('meta').get(madeNote))
        if (known.n > made.n) await tx.objectStore('meta').put(known, madeNote)
        const later = IDBKeyRange.bound([device, known.n], [device, Infinity], true)
        const own = await tx.objectStore('records').index('made').getAll(later)
        const wanted = new Map(own.map((row) => [row.id, row]))
        const rows = await tx.objectStore('out').index('doc').getAll(rowsOf(line, 0))
        const waiting = rows.filter((row) => wanted.has(recordIdIn(row)))
        if (waiting.map(recordIdIn).join() !== [...wanted.keys()].join()) {
          for (const { n } of waiting) await tx.objectStore('out').delete(n)
          for (const row of own) {
            await tx.objectStore('records').put({ ...row, refused: null })
            await tx.objectStore('out').add(unnumbered<OutRow, 'n'>(recordToOut(line, row, at)))
          }
        }
        return readWaiting(tx.objectStore('out'), line)
      })
    },
    async unsent(line) {
      const rows = await database.getAllFromIndex('out', 'doc', rowsOf(line, 0))
      return new Set(rows.map(recordIdIn))
    },
    of: (scope) => database.getAllFromIndex('records', 'ledger', inScope(scope)),
    all: () => database.getAll('records'),
    async keep(asked, rows, more) {
      const tx = database.transaction(['records', 'ledger'], 'readwrite')
      await whole(tx, async () => {
        for (const row of rows) {
          const before = await tx.objectStore('records').get(row.id)
          await tx.objectStore('records').put({ ...row, earlier: before?.earlier ?? [] })
        }
        const now = await tx.objectStore('ledger').get(asked.scope)
        await tx.objectStore('ledger').put(ledgerAfter(now ?? asked, asked, rows, more))
      })
    },
    async behind(limit) {
      const all = await database.getAll('ledger')
      return all.filter(({ held, known }) => held < known).slice(0, limit)
    },
  }
}

/** The relay was put back to an older state: within the transaction that says so. */
export async function forgetReceipts<
  Names extends ArrayLike<'records' | 'ledger' | 'head' | 'meta' | 'upd'>,
>(tx: IDBPTransaction<WorkspaceDatabase, Names, 'readwrite'>): Promise<void> {
  await tx.objectStore('ledger').clear()
  for (
    let cursor = await tx.objectStore('records').openCursor();
    cursor !== null;
    cursor = await cursor.continue()
  )
    if (cursor.value.seq > 0) await cursor.update(withoutReceipt(cursor.value))
}

const inScope = (scope: DocName): IDBKeyRange => IDBKeyRange.bound([scope, 0], [scope, Infinity])

function readMade(stored: unknown): Made {
  const parsed = z.safeParse(madeSchema, stored)
  return parsed.success ? parsed.data : { n: 0, id: null }
}
