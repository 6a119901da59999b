/**
 * The reads of Yjs's private fields under shared/documents (one more: settings.ts, loaded later), kept together because a
 * Yjs release may change them; the tests beside them fail then. `_map` is needed because a removal names what its writer
 * knew, and only the items carry author and clock. `_transactionCleanups` tells that a Yjs event is under way, where no
 * command may write.
 */
import type * as Y from 'yjs'

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

/** Who set `key`, the present value first: an author and the clocks of one or several values. */
export function settersOf(
  map: Y.Map<unknown>,
  key: string,
): { readonly client: number; readonly from: number; readonly to: number }[] {
  const setters = []
  for (let item = map._map.get(key) ?? null; item !== null; item = item.left) {
    const { client, clock } = item.id
    setters.push({ client, from: clock, to: item.lastId.clock })
  }
  return setters
}

/** Every key ever written, those whose value was taken back included. */
export const writtenKeys = (map: Y.Map<unknown>): string[] => [...map._map.keys()]

export const isInsideYjsEvent = (doc: Y.Doc): boolean => doc._transactionCleanups.length > 0
