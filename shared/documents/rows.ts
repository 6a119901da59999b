/**
 * Rows as flat keys `<row>/<field>` in a root map. Removing a row writes `<row>/gone`, what the remover knew: for each author
 * of its fields the highest clock. The row is gone while no field of it is newer, so an edit made without knowing the
 * removal brings the row back, without any wall clock. Left out: what a row means (readers/, commands/).
 */
import type * as Y from 'yjs'
import { keepRows, type Row } from './kept-rows.ts'
import { keysAtEnd, keysToMove } from './order.ts'
import { authorClocks, writtenKeys } from './yjs-internals.ts'

/** The rows that are there, in order. */
export const readRows = (map: Y.Map<unknown>): readonly Row[] => keepRows(map).shown()

export const hasRow = (map: Y.Map<unknown>, id: string): boolean =>
  keepRows(map, id).shown().length > 0

/**
 * Adds rows at the end, or, for one whose id is already there unseen, brings it back with exactly these fields.
 * Inside a command only.
 */
export function addRows(
  map: Y.Map<unknown>,
  added: readonly { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }[],
): void {
  const rows = keepRows(map)
  const keys = keysAtEnd(rows.shown(), added.length)
  added.forEach(({ id, fields }, index) => {
    for (const field of rows.held(id)?.fields.keys() ?? []) {
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
