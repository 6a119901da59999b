/** Whether one update may stand for several: asked by the relay before rows retire, and by a device before it folds them. */
import * as Y from 'yjs'

/**
 * The documents know the same structs, and every deletion the updates state holds in `merged`. Not the whole delete sets:
 * Yjs tidies formatting by itself, in one document more than in the other.
 */
export const holdsAll = (truth: Y.Doc, merged: Y.Doc, updates: readonly Uint8Array[]): boolean =>
  isSameState(truth, merged) && holdsDeletes(merged, updates)

function isSameState(one: Y.Doc, other: Y.Doc): boolean {
  const known = Y.decodeStateVector(Y.encodeStateVector(one))
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(other))]
  return known.size === clocks.length && clocks.every(([id, clock]) => known.get(id) === clock)
}

function holdsDeletes(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  const held = Y.createDeleteSetFromStructStore(doc.store)
  for (const update of updates)
    for (const [client, ranges] of Y.decodeUpdate(update).ds.clients)
      for (const { clock, len } of ranges)
        for (let at = clock; at < clock + len; at += 1)
          if (!Y.isDeleted(held, Y.createID(client, at))) return false
  return true
}
