/**
 * Old packs of a document's history as one: the state at their end, as a change of which nothing else is known. It is
 * encoded anew, so what was deleted by then is gone; what comes after rests on it as before. Left out: which packs.
 */
import * as Y from 'yjs'
import { packChanges, unpackChanges } from './history-pack.ts'

export async function mergePacks(packs: readonly Uint8Array[]): Promise<Uint8Array> {
  const changes = (await Promise.all(packs.map(unpackChanges))).flat()
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const { bytes } of changes) Y.applyUpdate(doc, bytes)
    })
    const seq = Math.max(0, ...changes.map((change) => change.seq ?? 0))
    const at = Math.max(0, ...changes.map((change) => change.at))
    const bytes = Y.encodeStateAsUpdate(doc)
    return await packChanges([
      { seq: seq || null, by: null, at, note: null, bytes, isWaiting: false },
    ])
  } finally {
    doc.destroy()
  }
}
