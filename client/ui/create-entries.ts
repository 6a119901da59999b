/**
 * A list keyed by id: entries keep their elements (and so focus, caret, scroll) while their contents are replaced by new objects.
 * Used by Table and ReorderList; knows no elements.
 */
import { createMemo, type Accessor } from 'solid-js'

export interface Entries<Entry> {
  readonly ids: Accessor<readonly string[]>
  /** The entry of an id; the last known one while its element is being taken away. Call inside the element's own scope. */
  readonly entryOf: (id: string) => Accessor<Entry>
}

export function createEntries<Entry>(
  list: () => readonly Entry[],
  idOf: (entry: Entry) => string,
): Entries<Entry> {
  const byId = createMemo(() => {
    const entries = new Map<string, Entry>()
    for (const entry of list()) entries.set(idOf(entry), entry)
    return entries
  })
  return {
    ids: createMemo(() => [...byId().keys()], [], { equals: sameOrder }),
    entryOf: (id) => {
      const first = byId().get(id)
      if (first === undefined)
        throw new Error(`no entry ${id}: entryOf was called outside its element`)
      return createMemo<Entry>((known) => byId().get(id) ?? known, first)
    },
  }
}

function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at])
}
