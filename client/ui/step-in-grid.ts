/** Where a key leads from a cell: arrows, Home and End in the row, with Ctrl in the table, Page Up and Down. Row -1 holds the heads. Pure. */
export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows of a page. */
  readonly page: number
}

type Cell = readonly [row: number, column: number]

export interface GridKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

export function stepInGrid(
  { key, ctrlKey, metaKey }: GridKey,
  [row, column]: Cell,
  size: GridSize,
  isRightToLeft: boolean,
): Cell | null {
  const far = ctrlKey || metaKey
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1]
  const clamp = (to: number, most: number, least: number): number =>
    Math.max(least, Math.min(most, to))
  const aside = (by: number): Cell => [
    row,
    far ? (by < 0 ? 0 : lastColumn) : clamp(column + by, lastColumn, 0),
  ]
  const forward = isRightToLeft ? -1 : 1
  switch (key) {
    case 'ArrowRight':
      return aside(forward)
    case 'ArrowLeft':
      return aside(-forward)
    case 'ArrowDown':
      return [far ? lastRow : clamp(row + 1, lastRow, -1), column]
    case 'ArrowUp':
      return [far ? -1 : clamp(row - 1, lastRow, -1), column]
    case 'PageDown':
      return [clamp(row + size.page, lastRow, 0), column]
    case 'PageUp':
      return [clamp(row - size.page, lastRow, 0), column]
    case 'Home':
      return [far ? 0 : row, 0]
    case 'End':
      return [far ? lastRow : row, lastColumn]
    default:
      return null
  }
}
