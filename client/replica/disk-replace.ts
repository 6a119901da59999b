/** The relay's rows in the place of a document as it stands on the disk, which goes into the kept copies. One transaction. */
import type { IDBPDatabase } from 'idb'
import type { DocName } from '#shared/lib/ids.ts'
import { rowsOf, unnumbered, weightOf } from './disk-parts.ts'
import type { WorkspaceDatabase } from './disk-schema.ts'
import { strict, whole } from './disk-write.ts'
import { withCopy } from './kept-copies.ts'
import { keptNote, madeBy, type RemoteItem, type Replaced } from './store.ts'

/** What waits stays, and so does what came after the copy was read. False when another tab was first. */
export async function replaceOnDisk(
  database: IDBPDatabase<WorkspaceDatabase>,
  doc: DocName,
  items: readonly RemoteItem[],
  { head, updates, lastKey, at }: Replaced,
): Promise<boolean> {
  const tx = database.transaction(['snap', 'past', 'upd', 'head', 'meta'], 'readwrite', strict)
  return whole(tx, async () => {
    const upd = tx.objectStore('upd')
    const [snap, now] = await Promise.all([
      tx.objectStore('snap').get(doc),
      tx.objectStore('head').get(doc),
    ])
    // Another tab folded it, or let it go.
    if ((snap?.k ?? 0) > lastKey || now?.epoch !== head.epoch || now.gone !== head.gone)
      return false
    let weight = 0
    for (const { k, n, seq, bytes, note } of await upd.index('doc').getAll(rowsOf(doc, 0)))
      // A row above a hole is not among the relay's here, and the head will be moved past it.
      if (k <= lastKey && n === null && (seq ?? 0) <= head.seq) await upd.delete(k)
      else if (n === null) weight += weightOf({ bytes, note })
    await tx.objectStore('snap').delete(doc)
    await tx.objectStore('past').delete(IDBKeyRange.bound([doc, 0], [doc, Infinity]))
    for (const item of items) {
      const change = madeBy(item)
      await upd.add(unnumbered({ doc, n: null, ...change }))
      weight += weightOf(change)
    }
    await tx.objectStore('head').put({ ...now, bytes: weight, past: 0, pastFrom: null })
    const copy = { doc, at, seq: head.seq, updates, seen: false }
    const meta = tx.objectStore('meta')
    await meta.put(withCopy(await meta.get(keptNote), copy), keptNote)
    return true
  })
}
