/** A second sheet about the products of the first (packing, certificates) may name a SKU that the first does not have. */
import type { CatalogueRow, RowProblem } from './catalogue.ts'
import { shortened } from './cells.ts'
import { cell, columnFor, guessUses, tableOf } from './columns.ts'
import { findHeader } from './find-header.ts'
import type { Workbook } from './sheet.ts'

/** SKUs of the first sheet that has any; null for that sheet itself and where there is none before. */
export function skusElsewhere({ sheets }: Workbook, at: number): ReadonlySet<string> | null {
  for (const sheet of sheets.slice(0, at)) {
    const header = findHeader(sheet, null)
    if (header === null) continue
    const table = tableOf(sheet, header, guessUses(header.titles), '.')
    const column = columnFor(table, 'sku')
    if (column !== undefined) return new Set(table.rows.map((row) => cell(row, column)))
  }
  return null
}

export const unknownSkus = (
  rows: readonly CatalogueRow[],
  column: string,
  known: ReadonlySet<string> | null,
): RowProblem[] =>
  known === null
    ? []
    : rows.flatMap(({ rowNumber, sku }) =>
        sku === '' || known.has(sku)
          ? []
          : [{ code: 'unknown-sku', rowNumber, column, value: shortened(sku), imported: true }],
      )
