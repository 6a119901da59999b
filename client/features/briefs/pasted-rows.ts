/**
 * What cells copied from a spreadsheet mean for the rows of a list: a value for each column from the one pasted into. A column
 * of running numbers before them and the list's own headings above them are left out. Pure.
 */
import { cellsOf } from '#client/ui/cells-of.ts'

export interface PastedRows<Column extends string> {
  readonly rows: readonly Readonly<Partial<Record<Column, string>>>[]
  /** Columns beyond the list's were left out. */
  readonly cut: boolean
}

/** `headings` in the order of `columns`. */
export function pastedRows<Column extends string>(
  text: string,
  columns: readonly Column[],
  headings: readonly string[],
  from = 0,
): PastedRows<Column> {
  const cells = cellsOf(text).filter((row) => row.some((cell) => cell.trim() !== ''))
  const wanted = columns.slice(from)
  const named = (row: readonly string[]): boolean =>
    row.filter((cell) => headings.includes(cell.trim())).length >= 2
  const below = cells[0] !== undefined && named(cells[0]) ? cells.slice(1) : cells
  const rows = from === 0 && isNumbered(below) ? below.map((row) => row.slice(1)) : below
  return {
    rows: rows.map(
      (row) =>
        Object.fromEntries(
          wanted.flatMap((column, at) => (row[at] === undefined ? [] : [[column, row[at].trim()]])),
        ) as Partial<Record<Column, string>>,
    ),
    cut: rows.some((row) => row.slice(wanted.length).some((cell) => cell.trim() !== '')),
  }
}

/** 1, 2, 3 … before two columns or more. */
const isNumbered = (rows: readonly (readonly string[])[]): boolean =>
  rows.length > 1 &&
  rows.every((row, at) => row.length > 1 && row[0]?.trim().replace(/[.、)]$/, '') === `${at + 1}`)
