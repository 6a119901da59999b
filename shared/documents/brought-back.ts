/**
 * Rows that a change brought back, and removing them once more: undoing a value leaves it newer than the removal of its
 * row, so that undo alone would not hide the row again. Left out: when (undo.ts).
 */
import type * as Y from 'yjs'
import { isGone, keepRows, rowOfKey } from './kept-rows.ts'
import { hasRow, knownClocks, removeRow } from './rows.ts'

/** Of the rows with a changed key, those that were gone at `before` (client → clock) and are there now. */
export function rowsBroughtBack(
  map: Y.Map<unknown>,
  changed: ReadonlySet<string | null>,
  before: ReadonlyMap<number, number>,
): string[] {
  const ids = new Set([...changed].flatMap((key) => rowOfKey(key ?? '') ?? []))
  if (ids.size === 0) return []
  const rows = keepRows(map)
  return [...ids].filter((id) => {
    const row = rows.held(id)
    return row !== null && !isGone(map, row) && isGone(map, row, before)
  })
}

/** Removes a row that came back, unless somebody else has touched it since it was gone. Inside a transaction only. */
export function hideAgain(map: Y.Map<unknown>, id: string): void {
  const known: unknown = map.get(`${id}/gone`)
  if (!hasRow(map, id) || typeof known !== 'object' || known === null) return
  const upTo = new Map<string, unknown>(Object.entries(known))
  const touched = Object.entries(knownClocks(map, id)).some(
    ([client, clock]) =>
      client !== String(map.doc?.clientID) && clock > Number(upTo.get(client) ?? -1),
  )
  if (!touched) removeRow(map, id)
}
