/** The cells of a break-down as a table: a row for each product and slot, a column for each listing. Pure. */
import { masterOf, type Cell } from '#shared/domain/tasks/break-down.ts'
import type { TaskChanges } from '#shared/domain/tasks/compare-tasks.ts'
import type { Topic } from '#shared/lib/ids.ts'

/** `new` and `retired` can be chosen, what is there stays. */
export type CellStanding = 'new' | 'retired' | 'there'

export interface PreviewCell {
  readonly cell: Cell
  readonly standing: CellStanding
}

export interface PreviewRow {
  readonly id: string
  readonly first: Cell
  /** By listing; the empty one is a master that is for no listing of its own. */
  readonly cells: ReadonlyMap<string, PreviewCell>
}

export interface PreviewTable {
  readonly rows: readonly PreviewRow[]
  /** Keys of listings with one of their cells, in the order they are first met. */
  readonly listings: readonly (readonly [key: string, example: Cell])[]
}

export const listingKey = ({ platform, locale }: Pick<Cell, 'platform' | 'locale'>): string =>
  platform === '' ? '' : `${platform}.${locale}`

export function tableOf(wanted: readonly Cell[], changes: TaskChanges): PreviewTable {
  const [added, back] = [new Set(changes.add.map(({ topic }) => topic)), new Set(changes.bringBack)]
  const rows = new Map<string, { first: Cell; cells: Map<string, PreviewCell> }>()
  const listings = new Map<string, Cell>()
  for (const cell of wanted) {
    const id = `${cell.product}.${cell.deliverable}.${cell.ordinal}`
    const row = rows.get(id) ?? { first: cell, cells: new Map<string, PreviewCell>() }
    rows.set(id, row)
    const key = listingKey(cell)
    if (!listings.has(key)) listings.set(key, cell)
    const standing = added.has(cell.topic) ? 'new' : back.has(cell.topic) ? 'retired' : 'there'
    row.cells.set(key, { cell, standing })
  }
  return { rows: [...rows].map(([id, row]) => ({ id, ...row })), listings: [...listings] }
}

/** With these switched off or on: an adaptation goes with its master, and brings it along. */
export function switched(
  off: ReadonlySet<Topic>,
  cells: readonly Cell[],
  all: readonly Cell[],
  on: boolean,
): ReadonlySet<Topic> {
  const next = new Set(off)
  const masters = new Set<Topic>()
  for (const cell of cells) {
    const master = masterOf(cell)
    if (on) {
      next.delete(cell.topic)
      if (master !== null) next.delete(master)
    } else {
      next.add(cell.topic)
      if (master === null) masters.add(cell.topic)
    }
  }
  if (masters.size > 0)
    for (const cell of all) {
      const master = masterOf(cell)
      if (master !== null && masters.has(master)) next.add(cell.topic)
    }
  return next
}
