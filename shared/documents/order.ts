/**
 * The order of rows: a fractional index per row, equal keys ordered by row id. Two people who add at the same place write
 * the same key, so keys for a place between equals are made by spreading the equals out.
 * Left out: the rows themselves (rows.ts).
 */
import { generateNKeysBetween } from 'fractional-indexing'

export interface Placed {
  readonly id: string
  /** null where the document holds no usable key: such rows stand last. */
  readonly order: string | null
}

export function inOrder<T extends Placed>(rows: readonly T[]): T[] {
  return [...rows].sort(byOrder)
}

/** `count` keys after the last of `rows` (which are in order). */
export function keysAtEnd(rows: readonly Placed[], count: number): string[] {
  return generateNKeysBetween(
    rows.findLast((row) => row.order !== null)?.order ?? null,
    null,
    count,
  )
}

/**
 * The keys to write so that `id` stands before the row `before` (null: last): one for `id`, and more only where equal or
 * missing keys leave no room. `rows` are in order.
 */
export function keysToMove(
  rows: readonly Placed[],
  id: string,
  before: string | null,
): Map<string, string> {
  const others = rows.filter((row) => row.id !== id)
  const found = before === null ? -1 : others.findIndex((row) => row.id === before)
  const at = found < 0 ? others.length : found
  // Rows without a key before the place must get one, else they would stay behind the moved row.
  const keyless = others.findIndex((row) => row.order === null)
  const start = keyless < 0 || keyless > at ? at : keyless
  const low = others[start - 1]?.order ?? null
  const crowd = others.slice(start, at)
  let end = at
  while (end < others.length && low !== null && (others[end]?.order ?? null) === low) end += 1
  const high = others[end]?.order ?? null
  const ids = [...crowd.map((row) => row.id), id, ...others.slice(at, end).map((row) => row.id)]
  const keys = generateNKeysBetween(low, high, ids.length)
  return new Map(ids.map((one, index) => [one, keys[index] ?? '']))
}

/** A key this library could have made; anything else in a document counts as none. */
export function isOrderKey(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[A-Za-z][0-9A-Za-z]{1,255}$/.test(value)) return false
  try {
    generateNKeysBetween(value, null, 1)
    return true
  } catch {
    return false
  }
}

function byOrder(a: Placed, b: Placed): number {
  if (a.order !== b.order) {
    if (a.order === null) return 1
    if (b.order === null) return -1
    return a.order < b.order ? -1 : 1
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
