/**
 * What a fold makes of a document's rows: one snapshot that says the same, and the rows packed for the history. Nothing
 * is folded that the snapshot would not give back. Left out: reading and writing (Store.fold), when (quiet.ts).
 */
import * as Y from 'yjs'
import { holdsAll } from '#shared/documents/same-update.ts'
import { packChanges } from './history-pack.ts'
import type { Foldable, Folded } from './store.ts'

/** Null when the rows do not stand on what is here (a row is missing); they are left as they are. */
export async function fold({ snapshot, changes }: Foldable): Promise<Folded | null> {
  const updates = [...(snapshot === null ? [] : [snapshot]), ...changes.map(({ bytes }) => bytes)]
  const merged = Y.mergeUpdates(updates)
  if (!saysTheSame(merged, updates)) return null
  return { snapshot: merged, pack: await packChanges(changes) }
}

function saysTheSame(merged: Uint8Array, updates: readonly Uint8Array[]): boolean {
  const one = new Y.Doc({ gc: false })
  const other = new Y.Doc({ gc: false })
  try {
    Y.applyUpdate(one, merged)
    other.transact(() => {
      for (const update of updates) Y.applyUpdate(other, update)
    })
    const isWhole = [one, other].every(
      ({ store }) => store.pendingStructs === null && store.pendingDs === null,
    )
    return isWhole && holdsAll(other, one, updates)
  } finally {
    one.destroy()
    other.destroy()
  }
}
