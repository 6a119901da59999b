/**
 * One row of a table as a product that may turn out to be a repeated one, with the remarks on its cells. What the formats
 * do differently is decided by the callers.
 */
import { isScientific } from './barcode.ts'
import type { CatalogueRow, RowProblem } from './catalogue.ts'
import { cellRemarks, shapeRemark, shortened, type CellQuestions } from './cells.ts'
import { cell, columnFor, rawCell, type Column, type Table } from './columns.ts'
import { readGrams } from './grams.ts'
import { catalogueKey } from './identity.ts'
import type { SheetRow } from './sheet.ts'

/** What was found in a table: repeated products are still among the candidates. */
export interface Found {
  readonly candidates: CatalogueRow[]
  readonly problems: RowProblem[]
}

export type ProductWords = Pick<CatalogueRow, 'sku' | 'name' | 'category' | 'handle' | 'options'>

/** Takes the row in with the remarks on it, unless one of its cells is too long to be kept. */
export function takeRow(
  found: Found,
  row: SheetRow,
  table: Table,
  words: ProductWords,
  asked: CellQuestions,
): void {
  const { rowNumber } = row
  const shape = shapeRemark(row.cells, table.titles.length)
  if (shape !== undefined)
    found.problems.push({ code: shape, rowNumber, column: null, imported: true })
  const remarks = cellRemarks(row, table, asked)
  found.problems.push(...remarks)
  const { grams, problems } = weightOf(row, table, asked.zeroIsNothing)
  found.problems.push(...problems)
  if (remarks.some(({ imported }) => !imported)) return
  const barcode = cell(row, columnFor(table, 'barcode'))
  const candidate: CatalogueRow = {
    rowNumber,
    ...words,
    // What a spreadsheet has turned into scientific notation is no barcode any more.
    barcode: isScientific(barcode) ? '' : barcode,
    note: cell(row, columnFor(table, 'note')),
    key: catalogueKey(words),
  }
  found.candidates.push(grams === undefined ? candidate : { ...candidate, weightGrams: grams })
}

function weightOf(
  row: SheetRow,
  table: Table,
  zeroIsNothing: boolean,
): { grams?: number; problems: RowProblem[] } {
  const found: { grams?: number; problems: RowProblem[] } = { problems: [] }
  for (const column of table.columns) {
    const perUnit = column.use === 'weight' ? 1 : column.use === 'weightKg' ? 1000 : null
    if (perUnit === null) continue
    const value = rawCell(row, column)
    const { grams, remark } = readGrams(value, perUnit, table.decimal)
    if (grams === 0 && zeroIsNothing) continue
    if (grams !== undefined) found.grams ??= grams
    if (remark === undefined) continue
    const at = { rowNumber: row.rowNumber, column: column.title, value: shortened(value) }
    found.problems.push({ code: remark, ...at, imported: true })
  }
  return found
}

/** Columns of which most rows say something, so that an empty cell is worth a word. */
export function mostlyFilled(
  table: Table,
  rows: readonly SheetRow[],
  uses: readonly Column['use'][],
): ReadonlySet<Column> {
  const asked = table.columns.filter(({ use }) => uses.includes(use))
  return new Set(
    asked.filter((column) => {
      const filled = rows.filter((row) => cell(row, column) !== '').length
      return filled * 2 >= rows.length
    }),
  )
}
