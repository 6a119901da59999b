/**
 * A stock client that opens a document and edits nothing sends its whole delete set. It is stored only when it deletes
 * something the stored rows do not, else every opening would add a row.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Log } from '#server/log/log.ts'
import type { DocName } from '#shared/lib/ids.ts'

type Deletes = ReturnType<typeof Y.decodeUpdate>['ds']

/** The deletes of an update that brings no structs; null for any other, also an unreadable one. */
export function deletesOnly(bytes: Uint8Array): Deletes | null {
  try {
    // It begins with how many authors' structs it brings: a large one is not read here.
    if (decoding.readVarUint(decoding.createDecoder(bytes)) > 0) return null
    return Y.decodeUpdate(bytes).ds
  } catch {
    return null
  }
}

/** Whether everything deleted is deleted in the stored rows. */
export async function areKnown(log: Log, doc: DocName, deletes: Deletes): Promise<boolean> {
  if (deletes.clients.size === 0) return true
  const { snapshot, rows } = await log.read(doc, 0)
  const updates = [
    ...(snapshot === null ? [] : [snapshot.bytes]),
    ...rows.map(({ bytes }) => bytes),
  ]
  if (updates.length === 0) return false
  const known = Y.decodeUpdate(Y.mergeUpdates([...updates, Uint8Array.of(0, 0)])).ds
  for (const [client, ranges] of deletes.clients) {
    const there = known.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      // Merged ranges are sorted and do not touch, so one of them must hold the whole range.
      if (!there.some((one) => one.clock <= clock && clock + len <= one.clock + one.len))
        return false
    }
  }
  return true
}
