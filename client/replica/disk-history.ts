/**
 * A document's rows once the relay has them: folded into its snapshot and packed, and read again as its history.
 * Left out: what a fold makes of them (fold.ts).
 */
import type { IDBPDatabase } from 'idb'
import type { DocName } from '#shared/lib/ids.ts'
import { rowsOf, weightOf } from './disk-parts.ts'
import type { UpdateRow, WorkspaceDatabase } from './disk-schema.ts'
import { strict, whole } from './disk-write.ts'
import { unpackChanges } from './history-pack.ts'
import type { Foldable, Folded, Head, PastChange } from './store.ts'

export async function foldOnDisk(
  database: IDBPDatabase<WorkspaceDatabase>,
  doc: DocName,
  atLeast: number,
  compute: (from: Foldable) => Promise<Folded | null>,
): Promise<boolean> {
  const reading = database.transaction(['snap', 'upd', 'head'])
  const [snap, all, head] = await Promise.all([
    reading.objectStore('snap').get(doc),
    reading.objectStore('upd').index('doc').getAll(rowsOf(doc, 0)),
    reading.objectStore('head').get(doc),
  ])
  // Own rows still waiting may be refused and taken out again; rows above a hole stand on what is not here.
  const rows = all.filter(({ n, seq }) => n === null && (seq ?? 0) <= (head?.seq ?? 0))
  if (rows.length < atLeast) return false
  const folded = await compute({ snapshot: snap?.bytes ?? null, changes: rows.map(changeOf) })
  if (folded === null) return false
  const tx = database.transaction(['snap', 'upd', 'past', 'head'], 'readwrite', strict)
  return whole(tx, async () => {
    const upd = tx.objectStore('upd')
    const keys = await Promise.all(rows.map(({ k }) => upd.getKey(k)))
    if (keys.includes(undefined)) return false
    const pack = folded.pack.byteLength
    const grown = pack + folded.snapshot.byteLength - (snap?.bytes.byteLength ?? 0)
    const shrunk = rows.reduce((sum, row) => sum + weightOf(row), 0)
    const weighed = (now: Head, at: number): Head => ({
      ...now,
      bytes: now.bytes + grown - shrunk,
      past: now.past + pack,
      pastFrom: Math.min(now.pastFrom ?? at, at),
    })
    for (const { k } of rows) await upd.delete(k)
    const k = Math.max(snap?.k ?? 0, ...rows.map((row) => row.k))
    await tx.objectStore('snap').put({ doc, bytes: folded.snapshot, k })
    const at = Math.max(...rows.map((row) => row.at))
    await tx.objectStore('past').put({ doc, k, at, rows: folded.pack })
    const now = await tx.objectStore('head').get(doc)
    if (now !== undefined) await tx.objectStore('head').put(weighed(now, at))
    return true
  })
}

/** Oldest first, each change once: rows may have come a second time, after a lost acknowledgement or a restore. */
export async function readHistory(
  database: IDBPDatabase<WorkspaceDatabase>,
  doc: DocName,
): Promise<PastChange[]> {
  const tx = database.transaction(['past', 'upd'])
  const [packs, rows] = await Promise.all([
    tx.objectStore('past').getAll(IDBKeyRange.bound([doc, 0], [doc, Infinity])),
    tx.objectStore('upd').index('doc').getAll(rowsOf(doc, 0)),
  ])
  const packed = await Promise.all(packs.map((pack) => unpackChanges(pack.rows)))
  return once([...packed.flat(), ...rows.map(changeOf)])
}

export function once(changes: readonly PastChange[]): PastChange[] {
  const seen = new Set<string>()
  return changes.filter(({ bytes }) => {
    const text = new TextDecoder('latin1').decode(bytes)
    const isNew = !seen.has(text)
    seen.add(text)
    return isNew
  })
}

const changeOf = ({ seq, by, at, note, bytes, n }: UpdateRow): PastChange => ({
  seq,
  by,
  at,
  note,
  bytes,
  isWaiting: n !== null,
})
