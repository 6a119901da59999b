/**
 * Rows as flat keys `<row>/<field>` in a root map. Removing a row writes `<row>/gone`, what the remover knew: for each author
 * of its fields the highest clock. The row is gone while no field of it is newer, so an edit made without knowing the
 * removal brings the row back, without any wall clock. Left out: what a row means (readers/, commands/).
 */
import type * as Y from 'yjs'
import { inOrder, isOrderKey, keysAtEnd, keysToMove } from './order.ts'
import { authorClocks, writtenKeys } from './yjs-internals.ts'

export interface Row {
  readonly id: string
  readonly order: string | null
  /** Field (everything behind the first slash) → value, without `order` and `gone`. */
  readonly fields: ReadonlyMap<string, unknown>
}

export const ROW_KEY = /^([0-9a-hjkmnp-tv-z]{16})\/(.+)$/s

/** The rows that are there, in order. A row of which only its place is left (its adding was undone) is not there. */
export function readRows(map: Y.Map<unknown>): Row[] {
  const { rows, gone } = gather(map)
  return inOrder(
    rows.filter(
      (row) => row.fields.size > 0 && !(gone.has(row.id) && isGone(map, row, gone.get(row.id))),
    ),
  )
}

/**
 * Adds rows at the end, or, for one whose id is already there unseen, brings it back with exactly these fields.
 * Inside a command only.
 */
export function addRows(
  map: Y.Map<unknown>,
  added: readonly { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }[],
): void {
  const keys = keysAtEnd(readRows(map), added.length)
  const { rows } = gather(map)
  const known = new Map(rows.map((row) => [row.id, row]))
  added.forEach(({ id, fields }, index) => {
    for (const field of known.get(id)?.fields.keys() ?? []) {
      if (!Object.hasOwn(fields, field)) map.set(`${id}/${field}`, null)
    }
    for (const [field, value] of Object.entries(fields)) map.set(`${id}/${field}`, value)
    map.set(`${id}/order`, keys[index])
  })
}

export function removeRow(map: Y.Map<unknown>, id: string): void {
  map.set(`${id}/gone`, knownClocks(map, id))
}

/** Places row `id` before the row `before`, or last. Inside a command only. */
export function moveRow(map: Y.Map<unknown>, id: string, before: string | null): void {
  for (const [row, key] of keysToMove(readRows(map), id, before)) map.set(`${row}/order`, key)
}

export const hasRow = (map: Y.Map<unknown>, id: string): boolean =>
  readRows(map).some((row) => row.id === id)

export function gather(map: Y.Map<unknown>): { rows: Row[]; gone: Map<string, unknown> } {
  const fieldsOf = new Map<string, Map<string, unknown>>()
  const orders = new Map<string, string>()
  const gone = new Map<string, unknown>()
  for (const [key, value] of map.entries()) {
    const [, id, field] = ROW_KEY.exec(key) ?? []
    if (id === undefined || field === undefined) continue
    const fields = fieldsOf.get(id) ?? new Map<string, unknown>()
    fieldsOf.set(id, fields)
    if (field === 'gone') gone.set(id, value)
    else if (field !== 'order') fields.set(field, value)
    else if (isOrderKey(value)) orders.set(id, value)
  }
  const rows = [...fieldsOf].map(([id, fields]) => ({ id, order: orders.get(id) ?? null, fields }))
  return { rows, gone }
}

/** `before`: as if nothing from these clocks on had been written. */
export function isGone(
  map: Y.Map<unknown>,
  row: Row,
  known: unknown,
  before?: ReadonlyMap<number, number>,
): boolean {
  if (typeof known !== 'object' || known === null || Array.isArray(known)) return false
  const clocks = new Map<string, unknown>(Object.entries(known))
  for (const field of [...row.fields.keys(), 'order']) {
    for (const [client, clock] of authorClocks(map, `${row.id}/${field}`, before)) {
      const upTo = clocks.get(String(client))
      if (typeof upTo !== 'number' || clock > upTo) return false
    }
  }
  return true
}

export function knownClocks(map: Y.Map<unknown>, id: string): Record<string, number> {
  const clocks: Record<string, number> = {}
  for (const key of writtenKeys(map)) {
    if (!key.startsWith(`${id}/`) || key === `${id}/gone`) continue
    for (const [client, clock] of authorClocks(map, key)) {
      clocks[client] = Math.max(clock, clocks[client] ?? 0)
    }
  }
  return clocks
}
