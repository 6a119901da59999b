/**
 * A part of a document made of rows, read by one row reader: whole, or again only where keys changed, for screens that
 * follow it. Left out: what a row means (read-products.ts, read-points.ts), the screens (client/live).
 */
import type * as Y from 'yjs'
import { keepRows, type Row } from '#shared/documents/kept-rows.ts'
import type { RowId } from '#shared/lib/ids.ts'

/** What a row means. Never throws. */
export interface RowReader<T> {
  /** Rows with the same answer know of each other, and are read again together; null stands alone. */
  groupOf?(row: Row): unknown
  read(row: Row, beside: Beside): T
}
export interface Beside {
  /** From 0. */
  readonly place: number
  /** Rows of its group, itself included. */
  readonly inGroup: number
}

export interface RowPart<T> {
  all(): T[]
  at(place: number): T
  /** Takes up changed keys: places to be read again, or null where rows came, went or moved and all is to be read. */
  take(keys: Iterable<string | null>): readonly number[] | null
}

export const readRowPart = <T>(map: Y.Map<unknown>, reader: RowReader<T>): T[] =>
  openRowPart(map, reader).all()

export function openRowPart<T>(map: Y.Map<unknown>, reader: RowReader<T>): RowPart<T> {
  const rows = keepRows(map)
  let places = new Map<RowId, number>()
  let groups = createGroups()
  const groupOf = (row: Row): unknown => reader.groupOf?.(row) ?? null
  const arrange = (): void => {
    places = new Map(rows.shown().map(({ id }, place) => [id, place]))
    groups = createGroups()
    for (const row of rows.shown()) groups.put(row.id, groupOf(row))
  }
  const read = (row: Row, place: number): T =>
    reader.read(row, { place, inGroup: groups.of(row.id).size })

  arrange()
  return {
    all: () => rows.shown().map(read),
    at(place) {
      const row = rows.shown()[place]
      if (row === undefined) throw new Error(`no row at place ${place}`)
      return read(row, place)
    },
    take(keys) {
      const { ids, same } = rows.take(keys)
      if (!same) {
        arrange()
        return null
      }
      const again = new Set<RowId>()
      for (const id of ids) {
        const row = rows.shown()[places.get(id) ?? -1]
        if (row === undefined) continue
        again.add(id)
        for (const mate of groups.put(id, groupOf(row))) again.add(mate)
      }
      return [...again].flatMap((id) => places.get(id) ?? [])
    },
  }
}

/** Which rows are of one group. */
function createGroups() {
  const groups = new Map<unknown, Set<RowId>>()
  const grouped = new Map<RowId, unknown>()
  const of = (id: RowId): ReadonlySet<RowId> => groups.get(grouped.get(id)) ?? new Set([id])
  return {
    of,
    /** Answers whom it left and whom it joined. */
    put(id: RowId, group: unknown): readonly RowId[] {
      const before = grouped.get(id) ?? null
      if (before === group) return []
      const left = groups.get(before)
      left?.delete(id)
      grouped.set(id, group)
      if (group === null) return [...(left ?? [])]
      const joined = groups.get(group) ?? new Set()
      groups.set(group, joined.add(id))
      return [...(left ?? []), ...joined]
    },
  }
}
