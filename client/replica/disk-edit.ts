/**
 * Own edits on the disk, of one document or of thousands, in one strict transaction over updates, outbox and index: all of
 * them or none. What costs is the number of requests and of answers waited for, so numbers are counted on here from the
 * first one given, and the outbox is read once. Left out: what pages left (disk-store.ts).
 */
import { unwrap, type IDBPDatabase, type IDBPObjectStore } from 'idb'
import type { DocName } from '#shared/lib/ids.ts'
import { countWaiting, own, readWaiting, unnumbered } from './disk-parts.ts'
import type { WorkspaceDatabase } from './disk-schema.ts'
import { strict, whole } from './disk-write.ts'
import type { DocumentEdit, Edited, OutRow, Waiting } from './store.ts'

/** Requests of so many edits may be on their way; meanwhile the page is free for others. */
const atOnce = 200

export async function writeEdits(
  database: IDBPDatabase<WorkspaceDatabase>,
  edits: Iterable<DocumentEdit>,
): Promise<Edited[]> {
  const rows: OutRow[] = []
  const keys: IDBRequest<IDBValidKey>[] = []
  const tx = database.transaction(['upd', 'out', 'index'], 'readwrite', strict)
  const waiting = await whole(tx, async () => {
    const [out, upd, index] = [
      tx.objectStore('out'),
      tx.objectStore('upd'),
      tx.objectStore('index'),
    ]
    // Without idb's promise for each: nobody waits for them, a failure ends the transaction.
    const [bareOut, bareUpd, bareIndex] = [unwrap(out), unwrap(upd), unwrap(index)]
    let n = 0
    let behind: Promise<number> | null = null
    for (const { doc, bytes, note, at, index: indexRow } of edits) {
      const row = unnumbered<OutRow, 'n'>({ doc, note, bytes, at })
      if (n === 0) n = await out.add(row)
      else {
        n += 1
        if (rows.length % atOnce > 0) bareOut.add(row)
        else {
          await behind
          behind = out.add(row)
          // Where it fails the transaction does, which says so.
          behind.catch(() => undefined)
        }
      }
      rows.push({ ...row, n })
      keys.push(bareUpd.add(own({ doc, bytes, note, at }, n)))
      if (indexRow !== null) bareIndex.put(indexRow)
    }
    return readWaitingOf(out, rows)
  })
  return rows.map((row, place) => ({
    row,
    key: Number(keys[place]?.result),
    waiting: waiting.get(row.doc) ?? { count: 1, since: row.at },
  }))
}

type Out = IDBPObjectStore<WorkspaceDatabase, ('upd' | 'out' | 'index')[], 'out', 'readwrite'>

/** What the documents of these new rows wait for, now that the rows are among the outbox. */
async function readWaitingOf(out: Out, rows: readonly OutRow[]): Promise<Map<DocName, Waiting>> {
  const [first, ...others] = rows
  if (first === undefined) return new Map()
  if (others.length === 0) return new Map([[first.doc, await readWaiting(out, first.doc)]])
  // A question for each document would cost as much as writing it.
  const docs = new Set(rows.map(({ doc }) => doc))
  const before = await out.getAll(IDBKeyRange.upperBound(first.n, true))
  return countWaiting([...before.filter(({ doc }) => docs.has(doc)), ...rows])
}
