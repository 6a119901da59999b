/** Replicas of one document for merge tests: each edits alone, `sync` hands everyone everything, as the relay would. */
import * as Y from 'yjs'
import type { RowId } from '#shared/lib/ids.ts'
import { newRowId } from '#shared/domain/briefs/row-ids.ts'
import { createRandom } from '#shared/lib/random.ts'

export function replicas(count: number, seed = 1): Y.Doc[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => {
    const doc = new Y.Doc()
    doc.clientID = 1 + random.int(2 ** 32 - 2)
    return doc
  })
}

export function sync(...docs: readonly Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update, 'relay')
}

/** The same document after a restart: loaded from its bytes, under a new clientID. */
export function reopened(doc: Y.Doc): Y.Doc {
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc), 'store')
  return again
}

/** Row ids that are the same for the same seed. */
export function rowIds(seed: number): () => RowId {
  const random = createRandom(seed)
  return () => newRowId((bytes) => bytes.forEach((_, index) => (bytes[index] = random.int(256))))
}
