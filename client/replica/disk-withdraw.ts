/**
 * Takes documents off the device that its member may not read any more, in one transaction: their content, history, row of
 * the list, others' records and kept copies. What the relay does not have stays: rows that wait, what was refused, own
 * records. The head stays as a mark without content (docs/decisions.md, 7). Left out: which documents (withdrawing.ts).
 */
import type { IDBPDatabase } from 'idb'
import type { DeviceId, DocName } from '#shared/lib/ids.ts'
import { rowsOf, withdrawnHead } from './disk-parts.ts'
import type { WorkspaceDatabase } from './disk-schema.ts'
import { strict, whole } from './disk-write.ts'
import { parseKept } from './kept-copies.ts'
import { keptNote } from './store.ts'

const allOf = (doc: DocName): IDBKeyRange => IDBKeyRange.bound([doc, 0], [doc, Infinity])

export async function withdrawOnDisk(
  database: IDBPDatabase<WorkspaceDatabase>,
  docs: readonly DocName[],
  own: DeviceId,
): Promise<void> {
  const tx = database.transaction(
    ['snap', 'past', 'upd', 'head', 'index', 'records', 'ledger', 'meta'],
    'readwrite',
    strict,
  )
  await whole(tx, async () => {
    for (const doc of docs) {
      const [head, rows, records] = await Promise.all([
        tx.objectStore('head').get(doc),
        tx.objectStore('upd').index('doc').getAll(rowsOf(doc, 0)),
        tx.objectStore('records').index('ledger').getAll(allOf(doc)),
      ])
      for (const { k, n } of rows) if (n === null) await tx.objectStore('upd').delete(k)
      for (const { id, device } of records)
        if (device !== own) await tx.objectStore('records').delete(id)
      await Promise.all([
        tx.objectStore('snap').delete(doc),
        tx.objectStore('past').delete(allOf(doc)),
        tx.objectStore('index').delete(doc),
        tx.objectStore('ledger').delete(doc),
        head && tx.objectStore('head').put(withdrawnHead(head)),
      ])
    }
    const kept = parseKept(await tx.objectStore('meta').get(keptNote))
    const left = kept.filter(({ doc }) => !docs.includes(doc))
    if (left.length < kept.length) await tx.objectStore('meta').put(left, keptNote)
  })
}

/** Everything by whose name something stands here. */
export async function namedOnDisk(
  database: IDBPDatabase<WorkspaceDatabase>,
): Promise<ReadonlyMap<DocName, 'here' | 'withdrawn'>> {
  const tx = database.transaction(['head', 'index', 'ledger'])
  const [heads, listed, scopes] = await Promise.all([
    tx.objectStore('head').getAll(),
    tx.objectStore('index').getAllKeys(),
    tx.objectStore('ledger').getAllKeys(),
  ])
  const marked = heads.map(
    ({ doc, withdrawn }) => [doc, withdrawn === true ? 'withdrawn' : 'here'] as const,
  )
  const others = [...listed, ...scopes].map((doc) => [doc, 'here'] as const)
  return new Map([...marked, ...others])
}
