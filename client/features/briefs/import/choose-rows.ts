/** Which rows of a list are shown and which are taken, as plain rules. */
import type { PreviewRow, RowCounts } from '#shared/domain/briefs/catalogue/preview.ts'
import { worstOf } from '#shared/domain/briefs/catalogue/preview.ts'

export type Shown = 'all' | 'error' | 'warning'

export interface RowFilter {
  readonly show: Shown
  readonly search: string
  /** '' for any. */
  readonly category: string
}

export const everything: RowFilter = { show: 'all', search: '', category: '' }

export function filterRows(
  rows: readonly PreviewRow[],
  { show, search, category }: RowFilter,
): readonly PreviewRow[] {
  const sought = search.normalize('NFKC').trim().toLowerCase()
  if (show === 'all' && sought === '' && category === '') return rows
  return rows.filter((row) => {
    if (show !== 'all' && worstOf(row) !== show) return false
    if (category !== '' && row.product?.category !== category) return false
    if (sought === '') return true
    const text = `${row.sku}\n${row.name}\n${row.product?.category ?? ''}\n${row.product?.options ?? ''}`
    return text.normalize('NFKC').toLowerCase().includes(sought)
  })
}

export const rowIdOf = ({ rowNumber }: PreviewRow): string => String(rowNumber)

const takes = ({ status }: PreviewRow): boolean => status !== 'left-out'

/** All that could come in; where they do not fit, none: a person says which. */
export const firstChoice = (
  rows: readonly PreviewRow[],
  counts: RowCounts,
  room: number,
): ReadonlySet<string> => (counts.new > room ? new Set() : new Set(rows.filter(takes).map(rowIdOf)))

/** The first of `rows` that fit: what updates takes no room. */
export function firstThatFit(rows: readonly PreviewRow[], room: number): ReadonlySet<string> {
  let left = room
  const chosen = new Set<string>()
  for (const row of rows) {
    if (!takes(row)) continue
    if (row.status === 'new') {
      if (left === 0) continue
      left -= 1
    }
    chosen.add(rowIdOf(row))
  }
  return chosen
}

export const tooManyOf = (rows: readonly PreviewRow[], room: number): number =>
  Math.max(0, rows.filter(({ status }) => status === 'new').length - room)

export interface Plan {
  readonly new: number
  readonly update: number
  readonly unchanged: number
}

export function planOf(rows: readonly PreviewRow[]): Plan {
  const plan = { new: 0, update: 0, unchanged: 0 }
  for (const { status } of rows) if (status !== 'left-out') plan[status] += 1
  return plan
}
