/** Looks at the tasks this person gave a name to: each an address of the app, on this device alone (docs/decisions.md, 31). */
import type * as Y from 'yjs'
import { bytesToBase32 } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'

export interface SavedView {
  readonly id: string
  readonly name: string
  /** Path and search, such as `/tasks/table?who=me`. */
  readonly address: string
}

export interface SavedViews {
  /** In the order they were saved. */
  list(): readonly SavedView[]
  /** Also renames, under the id there is. False: there are as many as there may be, or the name is empty. */
  save(view: Omit<SavedView, 'id'> & { readonly id?: string }): boolean
  remove(id: string): void
  subscribe(listener: () => void): () => void
}

export function createSavedViews(
  doc: Y.Doc,
  chance: () => Uint8Array = () => crypto.getRandomValues(new Uint8Array(10)),
): SavedViews {
  const map = doc.getMap<unknown>('views')
  const placed = () =>
    [...map]
      .flatMap(([id, value]) => {
        const view = readView(value)
        return view === null ? [] : [{ ...view, id }]
      })
      .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  return {
    list: () => placed().map(({ id, name, address }) => ({ id, name, address })),
    save({ id, name, address }) {
      const there = placed()
      const known = there.find((view) => view.id === id)
      const called = [...name.trim()].slice(0, limits.nameCharacters).join('')
      if (called === '' || (known === undefined && there.length >= limits.savedViews)) return false
      const at = known?.at ?? (there.at(-1)?.at ?? 0) + 1
      map.set(id ?? bytesToBase32(chance()), { name: called, address, at })
      return true
    },
    remove: (id) => map.delete(id),
    subscribe(listener) {
      map.observe(listener)
      return () => map.unobserve(listener)
    },
  }
}

function readView(value: unknown) {
  if (typeof value !== 'object' || value === null) return null
  const { name, address, at }: { name?: unknown; address?: unknown; at?: unknown } = value
  const isView =
    typeof name === 'string' &&
    typeof address === 'string' &&
    // Nowhere but to the tasks.
    /^\/tasks(\/[a-z]+)?(\?[^#]*)?$/.test(address)
  return isView ? { name, address, at: typeof at === 'number' ? at : 0 } : null
}
