/**
 * Index rows made from what is stored, reading and writing in one transaction, so that no edit comes between. Also run by
 * the worker, on a connection of its own. Left out: what a summary is (the app's `summarise`).
 */
import type { IDBPDatabase } from 'idb'
import type { DocName } from '#shared/lib/ids.ts'
import { rowsOf } from './disk-parts.ts'
import type { WorkspaceDatabase } from './disk-schema.ts'
import { whole } from './disk-write.ts'
import type { IndexRow, Touched } from './store.ts'

export async function summariseOnDisk(
  database: IDBPDatabase<WorkspaceDatabase>,
  docs: readonly Touched[],
  summarise: (doc: DocName, updates: readonly Uint8Array[]) => unknown,
): Promise<IndexRow[]> {
  const tx = database.transaction(['snap', 'upd', 'index', 'head'], 'readwrite')
  return whole(tx, async () => {
    const made: IndexRow[] = []
    for (const [doc, at] of docs) {
      const [head, snap, rows, before] = await Promise.all([
        tx.objectStore('head').get(doc),
        tx.objectStore('snap').get(doc),
        tx.objectStore('upd').index('doc').getAll(rowsOf(doc, 0)),
        tx.objectStore('index').get(doc),
      ])
      const updates = rows.map(({ bytes }) => bytes)
      if (snap !== undefined) updates.unshift(snap.bytes)
      // What it was made from was let go, and what came since stands on it: the row stays until all is here again.
      const isPart = head !== undefined && head.gone > 0 && head.seq === 0 && head.known > 0
      if (isPart && before !== undefined) {
        made.push(before)
        continue
      }
      // Nothing of it may be shown any more.
      if (head?.withdrawn === true) continue
      const changedAt = Math.max(at ?? 0, before?.changedAt ?? 0)
      const row = { doc, summary: summarise(doc, updates), changedAt, isHere: true }
      await tx.objectStore('index').put(row)
      made.push(row)
    }
    return made
  })
}
