/** What can be told of an update's bytes without a document. */
import * as Y from 'yjs'
import { limits } from '#shared/protocol/limits.ts'

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

/**
 * The same in parts the relay takes: each within its limits of size and of authors it has not seen. `updates` in the order
 * they were stored, so that each part rests on those before it; a single one beyond the limits stays whole.
 */
export function missingParts(updates: readonly Uint8Array[], vector: Uint8Array): Uint8Array[] {
  const whole = missingAt(updates, vector)
  if (isEmpty(whole)) return []
  if (fits(weigh(whole))) return [whole]
  const parts: Uint8Array[][] = []
  let weight = nothing
  for (const update of updates) {
    const missing = Y.diffUpdate(update, vector)
    if (isEmpty(missing)) continue
    const own = weigh(missing)
    const together = {
      bytes: weight.bytes + own.bytes,
      authors: new Set([...weight.authors, ...own.authors]),
    }
    const last = parts.at(-1)
    if (last === undefined || !fits(together)) {
      parts.push([missing])
      weight = own
    } else {
      last.push(missing)
      weight = together
    }
  }
  return parts.map((part) => Y.mergeUpdates(part))
}

interface Weight {
  readonly bytes: number
  readonly authors: ReadonlySet<number>
}
const nothing: Weight = { bytes: 0, authors: new Set() }
const weigh = (update: Uint8Array): Weight => ({
  bytes: update.byteLength,
  authors: new Set(Y.parseUpdateMeta(update).to.keys()),
})
const fits = ({ bytes, authors }: Weight): boolean =>
  bytes <= limits.updateBytes && authors.size <= limits.newClientsPerUpdate
