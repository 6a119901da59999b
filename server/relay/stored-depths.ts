/**
 * The depths of a stored document, read from its snapshot and rows; no Y.Doc is built. Needed once when a document was
 * loaded from the Log, before its next update is judged. Left out: when and where it runs (judge.ts, check-thread.ts).
 */
import * as Y from 'yjs'
import { place, type NewStructs, type Struct } from './placing.ts'
import { updatesIn } from './stored-updates.ts'
import { addDepths } from './type-depths.ts'

/** `stored`: see stored-updates.ts. */
export function depthsOf(stored: Uint8Array): Map<number, number[]> {
  const depths = new Map<number, number[]>()
  const clocks = new Map<number, number>()
  const next = (client: number): number => clocks.get(client) ?? 0
  for (const bytes of updatesIn(stored)) {
    const added = newStructs(bytes, next)
    const placed = place(added, { next, depths }, Number.POSITIVE_INFINITY)
    for (const [client, one] of added) clocks.set(client, one.next)
    // What the check let in has no gaps; a document damaged in another way is still read and edited.
    if (placed !== 'gap' && placed !== 'too-deep') addDepths(depths, placed)
  }
  return depths
}

function newStructs(
  bytes: Uint8Array,
  next: (client: number) => number,
): ReadonlyMap<number, NewStructs> {
  const added = new Map<number, { from: number; next: number; structs: Struct[] }>()
  for (const struct of structsOf(bytes)) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const end = clock + struct.length
    const from = next(client)
    const one = added.get(client) ?? { from, next: from, structs: [] }
    if (end <= one.next) continue
    added.set(client, one)
    one.structs.push(struct)
    one.next = end
  }
  return added
}

function structsOf(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate>['structs'] {
  try {
    return Y.decodeUpdate(bytes).structs
  } catch {
    return []
  }
}
