/**
 * The only reads of Yjs's private fields under shared/documents, kept together because a Yjs release may change them; the
 * test beside them fails then. `_map` is needed because a removal names what its writer knew, and only the items carry
 * author and clock. `_transactionCleanups` tells that a Yjs event is under way, where no command may write.
 */
import * as Y from 'yjs'

/**
 * Who wrote the value at `key`, and every value it replaced: author → highest clock. Replaced values count, because of
 * two people who set one field at the same time one value is shown and both are edits. With `before` (client → clock) only
 * what was written below these clocks.
 */
export function authorClocks(
  map: Y.Map<unknown>,
  key: string,
  before?: ReadonlyMap<number, number>,
): Map<number, number> {
  const clocks = new Map<number, number>()
  let item: Y.Item | null = map._map.get(key) ?? null
  while (item !== null) {
    const { client, clock } = item.lastId
    if (before === undefined || clock < (before.get(client) ?? 0))
      clocks.set(client, Math.max(clock, clocks.get(client) ?? 0))
    item = item.left
  }
  return clocks
}

/** Every key ever written, those whose value was taken back included. */
export const writtenKeys = (map: Y.Map<unknown>): string[] => [...map._map.keys()]

export const isInsideYjsEvent = (doc: Y.Doc): boolean => doc._transactionCleanups.length > 0

/** One value that was ever set at a key. */
export interface Setting {
  readonly client: number
  readonly clock: number
  /** The value its writer had at the key; null where there was none. */
  readonly before: { readonly client: number; readonly clock: number } | null
  readonly value: unknown
  /** False where the value itself is no longer in the document. */
  readonly isKnown: boolean
}

/**
 * Every value ever set at `key`, the current one last. Yjs joins neighbouring values of one writer into one item; here
 * each stands for itself.
 */
export function settings(map: Y.Map<unknown>, key: string): Setting[] {
  const all: Setting[][] = []
  for (let item = map._map.get(key) ?? null; item !== null; item = item.left) {
    const { id, origin, content, length } = item
    const values = content instanceof Y.ContentAny ? content.arr : null
    all.unshift(
      Array.from({ length }, (_, at) => ({
        client: id.client,
        clock: id.clock + at,
        before: at > 0 ? { client: id.client, clock: id.clock + at - 1 } : origin,
        value: values?.[at],
        isKnown: values !== null,
      })),
    )
  }
  return all.flat()
}
