/**
 * The rows of a root map, gathered from its flat keys `<row>/<field>` once and kept: told which keys changed, only their
 * rows are read again. Whoever reads a map once reads it this way, too, so there is one way to read a row.
 * Left out: writing rows (rows.ts), what a row means (readers/).
 */
import type * as Y from 'yjs'
import { isRowId } from '#shared/domain/briefs/row-ids.ts'
import type { RowId } from '#shared/lib/ids.ts'
import { inOrder, isOrderKey } from './order.ts'
import { authorClocks } from './yjs-internals.ts'

export interface Row {
  readonly id: RowId
  readonly order: string | null
  /** Field (everything behind the first slash) → value, without `order` and `gone`. */
  readonly fields: ReadonlyMap<string, unknown>
}
/** A row as the map holds it, there or not. */
export interface HeldRow extends Row {
  /** What its remover knew; undefined while nobody removed it. */
  readonly gone: unknown
}

export interface KeptRows {
  held(id: string): HeldRow | null
  /** The rows that are there, in order. A row of which only its place is left (its adding was undone) is not there. */
  shown(): readonly Row[]
  /** Reads these keys again. Answers whose they are, and whether still the same rows are there in the same order. */
  take(keys: Iterable<string | null>): { readonly ids: ReadonlySet<RowId>; readonly same: boolean }
}

interface Gathered extends HeldRow {
  order: string | null
  readonly fields: Map<string, unknown>
  gone: unknown
}

/** `only`: of this one row. */
export function keepRows(map: Y.Map<unknown>, only?: string): KeptRows {
  const held = new Map<string, Gathered>()
  let shown: readonly Row[] | null = null
  let there: ReadonlySet<string> | null = null

  const put = (key: string, id: RowId, value: unknown, isSet: boolean): void => {
    const row = held.get(id) ?? {
      id,
      order: null,
      fields: new Map<string, unknown>(),
      gone: undefined,
    }
    held.set(id, row)
    const field = key.slice(id.length + 1)
    if (field === 'gone') row.gone = value
    else if (field === 'order') row.order = isOrderKey(value) ? value : null
    else if (isSet) row.fields.set(field, value)
    else row.fields.delete(field)
  }
  const isThere = (row: Gathered): boolean => row.fields.size > 0 && !isGone(map, row)
  const readShown = (): readonly Row[] => (shown ??= inOrder([...held.values()].filter(isThere)))

  for (const [key, value] of map.entries()) {
    if (only !== undefined && !key.startsWith(`${only}/`)) continue
    const id = rowOfKey(key)
    if (id !== null) put(key, id, value, true)
  }
  return {
    held: (id) => held.get(id) ?? null,
    shown: readShown,
    take(keys) {
      const were = (there ??= new Set(readShown().map(({ id }) => id)))
      const orders = new Map<RowId, string | null>()
      for (const key of keys) {
        const id = key === null ? null : rowOfKey(key)
        if (key === null || id === null) continue
        if (!orders.has(id)) orders.set(id, held.get(id)?.order ?? null)
        put(key, id, map.get(key), map.has(key))
      }
      const same = [...orders].every(([id, order]) => {
        const row = held.get(id)
        const is = row !== undefined && isThere(row)
        return is === were.has(id) && (!is || row.order === order)
      })
      if (!same) shown = there = null
      return { ids: new Set(orders.keys()), same }
    },
  }
}

/** Whose key it is; null for a key that is no row's. */
export function rowOfKey(key: string): RowId | null {
  const slash = key.indexOf('/')
  const id = key.slice(0, slash)
  return slash > 0 && key.length > slash + 1 && isRowId(id) ? id : null
}

/** `before`: as if nothing from these clocks on had been written. */
export function isGone(
  map: Y.Map<unknown>,
  { id, fields, gone }: HeldRow,
  before?: ReadonlyMap<number, number>,
): boolean {
  if (typeof gone !== 'object' || gone === null || Array.isArray(gone)) return false
  const clocks = new Map<string, unknown>(Object.entries(gone))
  for (const field of [...fields.keys(), 'order']) {
    for (const [client, clock] of authorClocks(map, `${id}/${field}`, before)) {
      const upTo = clocks.get(String(client))
      if (typeof upTo !== 'number' || clock > upTo) return false
    }
  }
  return true
}
