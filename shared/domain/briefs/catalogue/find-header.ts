/**
 * Which rows of a sheet are its header: not always the first. Titles, dates and notes may stand above, Amazon's flat files
 * have two rows for people before the one for machines, and a workbook's header may be two rows held together by merged cells.
 */
import { headerUse } from './header-words.ts'
import { isBlank, type MergedCells, type Sheet } from './sheet.ts'

export interface Header {
  /** First and last row of it, 1-based. */
  readonly from: number
  readonly to: number
  /** Trimmed; empty columns at the right end are left out. Of several rows: `外箱(cm) 长`. */
  readonly titles: readonly string[]
}

/** A header stands within the first so many rows. */
export const headerRowsLookedAt = 20

/** Different uses a row's cells name. */
export const wordsKnown = (cells: readonly string[]): number =>
  new Set(cells.map(headerUse).filter((use) => use !== undefined)).size

/** `wanted`: the row a person says is the (last) header row. Null: nothing in the sheet. */
export function findHeader(sheet: Sheet, wanted: number | null): Header | null {
  const row = wanted ?? guessedRow(sheet)
  if (row === null) return null
  const from = wanted === null ? row : Math.min(row, ...rowsAboveTied(sheet, row))
  const to = wanted === null ? row + depthOf(sheet, row) - 1 : row
  return { from, to, titles: flattened(sheet, from, to) }
}

function guessedRow({ rows }: Sheet): number | null {
  const looked = rows.slice(0, headerRowsLookedAt)
  if (looked[0]?.cells[0]?.startsWith('TemplateType=') === true) {
    const forMachines = looked.find(({ cells }) => cells.includes('item_sku'))
    if (forMachines !== undefined) return forMachines.rowNumber
  }
  let best: { rowNumber: number; known: number } | null = null
  for (const { rowNumber, cells } of looked) {
    if (isBlank(cells)) continue
    const known = wordsKnown(cells)
    if (best === null || known > best.known) best = { rowNumber, known }
  }
  return best?.rowNumber ?? null
}

/** Merged cells in a header: across, they hold the titles below together; down, they say how deep it is. */
const inRow = (merged: readonly MergedCells[], row: number): readonly MergedCells[] =>
  merged.filter(({ fromRow, toRow }) => fromRow <= row && row <= toRow)

function depthOf({ merged, rows }: Sheet, row: number): number {
  const own = inRow(merged, row).filter(({ fromRow }) => fromRow === row)
  const across = own.some(({ fromColumn, toColumn }) => toColumn > fromColumn)
  const down = Math.max(0, ...own.map(({ toRow }) => toRow - row))
  // A title over the whole table is no header: some column must stand on its own.
  if (!across || down === 0 || row + down > rows.length) return 1
  return Math.min(down, 3) + 1
}

function rowsAboveTied({ merged }: Sheet, row: number): number[] {
  return merged
    .filter(({ fromRow, toRow }) => fromRow < row && toRow >= row && row - fromRow <= 3)
    .map(({ fromRow }) => fromRow)
}

function flattened(sheet: Sheet, from: number, to: number): string[] {
  const rows = sheet.rows.filter(({ rowNumber }) => rowNumber >= from && rowNumber <= to)
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const titles = Array.from({ length: width }, (_, column) => {
    const parts: string[] = []
    for (const { rowNumber, cells } of rows) {
      const across = sheet.merged.find(
        (one) => one.fromRow === rowNumber && one.fromColumn <= column && column <= one.toColumn,
      )
      const part = (cells[across?.fromColumn ?? column] ?? '').trim()
      if (part !== '' && parts.at(-1) !== part) parts.push(part)
    }
    return parts.join(' ')
  })
  return titles.slice(0, titles.findLastIndex((title) => title !== '') + 1)
}
