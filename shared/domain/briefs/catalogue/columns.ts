/**
 * Where in a table each thing stands, and the table itself: titles above, rows below, merged cells filled. Uses are guessed
 * from the header's words or given by a person.
 */
import type { ColumnUse } from './column-use.ts'
import { isManifold } from './column-use.ts'
import type { Header } from './find-header.ts'
import { headerUse } from './header-words.ts'
import { markKey, type CellMark, type Sheet, type SheetRow } from './sheet.ts'

export interface Column {
  readonly at: number
  /** The header as the file has it. */
  readonly title: string
  readonly use: ColumnUse
}

export interface Table {
  readonly titles: readonly string[]
  /** Below the header. */
  readonly rows: readonly SheetRow[]
  readonly columns: readonly Column[]
  /** The sign decimals are written with. */
  readonly decimal: '.' | ','
  readonly markOf: (row: SheetRow, column: Column) => CellMark | undefined
}

/** Where two columns mean the same and only one can count, the first does. */
export function guessUses(titles: readonly string[]): ColumnUse[] {
  const seen = new Set<ColumnUse>()
  return titles.map((title) => {
    const use = headerUse(title) ?? 'none'
    if (seen.has(use) && !isManifold(use)) return 'none'
    seen.add(use)
    return use
  })
}

/** `uses` may be shorter than the header, or name a use twice: what is too much is nothing. */
export function tableOf(
  sheet: Sheet,
  header: Header,
  uses: readonly ColumnUse[],
  decimal: '.' | ',',
): Table {
  const seen = new Set<ColumnUse>()
  const columns = header.titles.map((title, at): Column => {
    const use = uses[at] ?? 'none'
    const again = seen.has(use) && !isManifold(use)
    seen.add(use)
    return { at, title, use: again ? 'none' : use }
  })
  return {
    titles: header.titles,
    rows: filledRows(sheet, header.to),
    columns,
    decimal,
    markOf: ({ rowNumber }, { at }) =>
      sheet.marks.size === 0 ? undefined : sheet.marks.get(markKey(rowNumber, at)),
  }
}

export const columnFor = (table: Table, use: ColumnUse): Column | undefined =>
  table.columns.find((column) => column.use === use)

/** As the file has it; '' when there is no such column or the row is too short. */
export const rawCell = (row: SheetRow, column: Column | undefined): string =>
  column === undefined ? '' : (row.cells[column.at] ?? '')

export const cell = (row: SheetRow, column: Column | undefined): string =>
  rawCell(row, column).trim()

/** A cell merged over several rows holds for all of them. */
function filledRows({ rows, merged }: Sheet, headerEnd: number): readonly SheetRow[] {
  const below = rows.filter(({ rowNumber }) => rowNumber > headerEnd)
  const down = merged.filter(
    (one) => one.fromRow > headerEnd && one.toRow > one.fromRow && one.fromColumn === one.toColumn,
  )
  if (down.length === 0) return below
  const filled = new Map(below.map((row) => [row.rowNumber, [...row.cells]]))
  for (const { fromRow, toRow, fromColumn } of down) {
    const text = filled.get(fromRow)?.[fromColumn] ?? ''
    for (let row = fromRow + 1; row <= toRow; row += 1) {
      const cells = filled.get(row)
      if (cells !== undefined && (cells[fromColumn] ?? '') === '') cells[fromColumn] = text
    }
  }
  return below.map(({ rowNumber, cells }) => ({
    rowNumber,
    cells: filled.get(rowNumber) ?? cells,
  }))
}
