/**
 * What is taken off the device to keep within its room: whole documents, and old history. Each is one transaction that finds
 * in itself that what was chosen is still so. Left out: what to take and when (letting-go.ts).
 */
import type { IDBPDatabase } from 'idb'
import type { DocName } from '#shared/lib/ids.ts'
import { rowsOf } from './disk-parts.ts'
import type { WorkspaceDatabase } from './disk-schema.ts'
import { strict, whole } from './disk-write.ts'
import { compareNote, epochNote, type Chosen, type IndexRow } from './store.ts'

const packsOf = (doc: DocName): IDBKeyRange => IDBKeyRange.bound([doc, 0], [doc, Infinity])

export async function letGoOnDisk(
  database: IDBPDatabase<WorkspaceDatabase>,
  { doc, seq, epoch }: Chosen,
): Promise<IndexRow | null> {
  const tx = database.transaction(
    ['snap', 'past', 'upd', 'out', 'head', 'index', 'refused', 'meta'],
    'readwrite',
    strict,
  )
  return whole(tx, async () => {
    const [head, listed, waiting, refused, ...notes] = await Promise.all([
      tx.objectStore('head').get(doc),
      tx.objectStore('index').get(doc),
      tx.objectStore('out').index('doc').count(rowsOf(doc, 0)),
      tx.objectStore('refused').index('doc').count(rowsOf(doc, 0)),
      tx.objectStore('meta').get(epochNote),
      tx.objectStore('meta').get(compareNote),
    ])
    const [epochNow, comparing] = notes
    if (waiting + refused > 0 || epochNow !== epoch || (comparing ?? null) !== null) return null
    // Without a row in the list nothing would show that it exists.
    if (head === undefined || listed === undefined) return null
    // Since it was chosen a row came, or another tab let it go.
    if (head.epoch !== epoch || head.seq !== seq || seq === 0 || head.known > seq) return null
    const rows = await tx.objectStore('upd').index('doc').getAll(rowsOf(doc, 0))
    // An own row whose outbox row is gone otherwise, or a row above a hole: not all of it is the relay's.
    if (rows.some((row) => row.n !== null || (row.seq ?? 0) > seq)) return null
    for (const { k } of rows) await tx.objectStore('upd').delete(k)
    await tx.objectStore('snap').delete(doc)
    await tx.objectStore('past').delete(packsOf(doc))
    const kept = { doc, epoch, canWrite: head.canWrite, known: head.known }
    const nothing = { seq: 0, bytes: 0, past: 0, pastFrom: null }
    await tx.objectStore('head').put({
      ...kept,
      ...nothing,
      gone: head.gone + 1,
      took: head.bytes,
    })
    const card = { ...listed, isHere: false }
    await tx.objectStore('index').put(card)
    return card
  })
}

export async function pruneOnDisk(
  database: IDBPDatabase<WorkspaceDatabase>,
  doc: DocName,
  before: number,
  compute: (packs: readonly Uint8Array[]) => Promise<Uint8Array>,
): Promise<boolean> {
  const all = await database.getAll('past', packsOf(doc))
  // From the first on, so that what stays is a history without a hole; a pruned one goes into the next.
  const packs = all.slice(0, all.findLastIndex(({ at }) => at === null || at < before) + 1)
  const newest = packs.at(-1)
  if (newest === undefined || newest.at === null) return false
  const one = await compute(packs.map(({ rows }) => rows))
  const tx = database.transaction(['past', 'head'], 'readwrite', strict)
  return whole(tx, async () => {
    const past = tx.objectStore('past')
    const now = await past.getAll(packsOf(doc))
    const isSame = packs.every(({ k, at }, index) => now[index]?.k === k && now[index].at === at)
    const head = await tx.objectStore('head').get(doc)
    if (!isSame || head === undefined) return false
    for (const { k } of packs) await past.delete([doc, k])
    await past.put({ doc, k: newest.k, at: null, rows: one })
    const freed = packs.reduce((sum, { rows }) => sum + rows.byteLength, 0) - one.byteLength
    await tx.objectStore('head').put({
      ...head,
      bytes: head.bytes - freed,
      past: head.past - freed,
      pastFrom: now
        .slice(packs.length)
        .reduce<number | null>(
          (least, { at }) => Math.min(least ?? Infinity, at ?? Infinity),
          null,
        ),
    })
    return true
  })
}
