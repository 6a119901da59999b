/** What can be told of an update's bytes without a document. */
import * as Y from 'yjs'

/** No new content: deletions at most. */
export function onlyDeletes(bytes: Uint8Array): boolean {
  return Y.decodeUpdate(bytes).structs.length === 0
}

export function isEmpty(bytes: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(bytes)
  return structs.length === 0 && ds.clients.size === 0
}

/** What somebody at `vector` lacks of the stored updates; everything when `vector` is null. */
export function missingAt(updates: readonly Uint8Array[], vector: Uint8Array | null): Uint8Array {
  const doc = new Y.Doc()
  try {
    if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...updates]))
    return vector === null ? Y.encodeStateAsUpdate(doc) : Y.encodeStateAsUpdate(doc, vector)
  } finally {
    doc.destroy()
  }
}
