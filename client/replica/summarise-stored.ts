/** A document's list row from what is stored of it, where no worker makes it. */
import * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'

export function summariseStored<Summary>(
  name: DocName,
  updates: readonly Uint8Array[],
  summarise: (name: DocName, doc: Y.Doc) => Summary,
): Summary {
  const doc = new Y.Doc()
  try {
    if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...updates]))
    return summarise(name, doc)
  } finally {
    doc.destroy()
  }
}
