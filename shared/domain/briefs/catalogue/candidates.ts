/**
 * One row of a table as a product that may turn out to be a repeated one, with the remarks on its cells. What Shopify and
 * plain lists do differently is decided by the callers.
 */
import type { CatalogueRow, RowProblem } from './catalogue.ts'
import { cellRemarks, shapeRemark, shortened } from './cells.ts'
import type { Columns } from './columns.ts'
import { rawCell } from './columns.ts'
import { readGrams } from './grams.ts'
import { catalogueKey } from './identity.ts'
import type { Table, TableRow } from './parse-table.ts'

/** What was found in a table: repeated products are still among the candidates. */
export interface Found {
  readonly candidates: CatalogueRow[]
  readonly problems: RowProblem[]
}

export type ProductWords = Pick<CatalogueRow, 'sku' | 'name' | 'category' | 'handle' | 'options'>

export function addCandidate(
  found: Found,
  row: TableRow,
  words: ProductWords,
  weightGrams: number | undefined,
): void {
  const candidate = { rowNumber: row.rowNumber, ...words, key: catalogueKey(words) }
  found.candidates.push(weightGrams === undefined ? candidate : { ...candidate, weightGrams })
}

/** Remarks on a row that becomes a product. */
export function remarks(row: TableRow, table: Table, columns: Columns): RowProblem[] {
  const { rowNumber } = row
  const shape = shapeRemark(row.cells, table.header.length)
  return [
    ...(shape === undefined
      ? []
      : [{ code: shape, rowNumber, column: null, imported: true } as const]),
    ...(['sku', 'name'] as const).flatMap((field) => {
      const column = columns.byField.get(field)
      return cellRemarks(rawCell(row, column), field, { rowNumber, column: column?.title ?? '' })
    }),
  ]
}

export function weightOf(
  row: TableRow,
  table: Table,
  columns: Columns,
): { grams?: number; problems: RowProblem[] } {
  const { weight } = columns
  if (weight === undefined) return { problems: [] }
  const value = rawCell(row, weight)
  // Where cells are parted by semicolons the comma is the decimal sign (Excel in most of Europe).
  const { grams, remark } = readGrams(
    value,
    weight.gramsPerUnit,
    table.delimiter === 'semicolon' ? ',' : '.',
  )
  const at = {
    rowNumber: row.rowNumber,
    column: weight.title,
    value: shortened(value),
    imported: true,
  }
  return {
    ...(grams === undefined ? {} : { grams }),
    problems: remark === undefined ? [] : [{ code: remark, ...at }],
  }
}
