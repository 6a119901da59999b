/**
 * Merging a document's snapshot and rows into one update, believed only after proof: the merge and the rows one by one
 * are each applied to a scratch Y.Doc and compared. Pure; runs in the worker thread.
 */
import * as Y from 'yjs'
import { contentOf } from '#shared/documents/content.ts'
import { holdsAll } from '#shared/documents/same-update.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { CompactionFault } from './compaction-messages.ts'

export interface FaultFound {
  readonly fault: CompactionFault
  readonly detail: string
}

/** Updates merged at once; merging all together or one by one is slower for thousands of keystrokes. */
const FAN_IN = 64

/** `merge` is replaced only by the tests that prove a wrong merge is found. */
export function compactUpdates(
  snapshot: Uint8Array | null,
  rows: readonly Uint8Array[],
  merge: (updates: readonly Uint8Array[]) => Uint8Array = mergeByTree,
): Result<Uint8Array, FaultFound> {
  const updates = snapshot === null ? rows : [snapshot, ...rows]
  const truth = new Y.Doc()
  const merged = new Y.Doc()
  let bytes: Uint8Array
  try {
    for (const update of updates) Y.applyUpdate(truth, update)
    bytes = merge(updates)
    Y.applyUpdate(merged, bytes)
  } catch (error) {
    return refuse({ fault: 'unreadable', detail: String(error) })
  }
  if (isWaiting(truth))
    return refuse({ fault: 'incomplete', detail: 'an update refers to one that is not in the log' })
  const difference = differenceOf(truth, merged, updates)
  if (difference !== null) return refuse({ fault: 'differs', detail: difference })
  return ok(smaller(bytes, truth, merged, updates))
}

export function mergeByTree(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates
  while (level.length > 1) {
    const next: Uint8Array[] = []
    for (let from = 0; from < level.length; from += FAN_IN)
      next.push(Y.mergeUpdates(level.slice(from, from + FAN_IN)))
    level = next
  }
  return level[0] ?? Y.encodeStateAsUpdate(new Y.Doc())
}

/**
 * A merge keeps the content of everything ever deleted; a Y.Doc written out keeps only its place. The latter is taken
 * when it is smaller and, applied to a third Y.Doc, gives the same document.
 */
function smaller(
  bytes: Uint8Array,
  truth: Y.Doc,
  merged: Y.Doc,
  updates: readonly Uint8Array[],
): Uint8Array {
  const tidy = Y.encodeStateAsUpdate(merged)
  if (tidy.byteLength >= bytes.byteLength) return bytes
  const read = new Y.Doc()
  Y.applyUpdate(read, tidy)
  return differenceOf(truth, read, updates) === null ? tidy : bytes
}

function differenceOf(truth: Y.Doc, other: Y.Doc, updates: readonly Uint8Array[]): string | null {
  if (isWaiting(other)) return 'the merge has gaps'
  if (!holdsAll(truth, other, updates)) return 'the merge knows other changes or deletions'
  if (contentOf(truth) !== contentOf(other)) return 'the merge shows other content'
  return null
}

const isWaiting = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null
