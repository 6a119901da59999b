/**
 * A root map as a Solid store, one way: Yjs events replace the keys they name, nothing else repaints. Values are plain
 * and replaced whole (`setStore(path, value)` would merge old and new objects and diverge).
 */
import { createStore, produce } from 'solid-js/store'
import type * as Y from 'yjs'

export interface Mirror {
  readonly values: Readonly<Record<string, unknown>>
  stop(): void
}

export function mirrorMap(map: Y.Map<unknown>): Mirror {
  const [values, setValues] = createStore<Record<string, unknown>>(map.toJSON())
  const follow = (event: Y.YMapEvent<unknown>): void => {
    setValues(
      produce((all) => {
        for (const key of event.keysChanged) {
          if (map.has(key)) all[key] = copyOf(map.get(key))
          else delete all[key]
        }
      }),
    )
  }
  map.observe(follow)
  return { values, stop: () => map.unobserve(follow) }
}

/** Its own object: the store wraps what it is given, and Yjs keeps what it holds. */
function copyOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? structuredClone(value) : value
}
