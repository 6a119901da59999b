/** Every value ever set at a key of a map, with what its writer had before. Reads Yjs's private fields, as yjs-internals.ts does. */
import * as Y from 'yjs'

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
