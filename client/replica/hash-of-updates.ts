/** What stored rows come to: merged and applied at once, so that neither their order nor earlier merges make a difference. */
import * as Y from 'yjs'
import { contentHash } from '#shared/documents/content-hash.ts'

/** Null when they cannot be read. */
export function hashOfUpdates(updates: readonly Uint8Array[]): Uint8Array | null {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, Y.mergeUpdates([...updates]))
    return contentHash(doc)
  } catch {
    return null
  } finally {
    doc.destroy()
  }
}
