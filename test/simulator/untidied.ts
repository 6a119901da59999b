/**
 * A document for whoever judges: what the updates say and nothing more. Yjs tidies formatting in each copy as the updates
 * come to it, and a copy that nobody shows sends nobody what it tidied away (seed 13463).
 */
import * as Y from 'yjs'

export function untidied(updates: readonly Uint8Array[] = []): Y.Doc {
  const doc = new Y.Doc()
  // It tidies after others' changes only.
  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => void (transaction.local = true))
  for (const bytes of updates) Y.applyUpdate(doc, bytes)
  return doc
}
