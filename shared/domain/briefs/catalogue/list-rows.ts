/**
 * Rows of a plain list: one row, one product. Where some rows have a SKU, a row without one is left out and named; where
 * none has, names tell products apart.
 */
import type { CellCode } from './catalogue.ts'
import { mostlyFilled, takeRow, type Found } from './candidates.ts'
import { notAProduct, type CellQuestions } from './cells.ts'
import { cell, columnFor, type Column, type Table } from './columns.ts'
import type { SheetRow } from './sheet.ts'

export type GivenQuestions = Pick<CellQuestions, 'maxCell' | 'tellsFourBytes'>

export function readList(table: Table, given: GivenQuestions): Found {
  const found: Found = { candidates: [], problems: [] }
  const [skuColumn, nameColumn] = [columnFor(table, 'sku'), columnFor(table, 'name')]
  const optionColumns = table.columns.filter(({ use }) => use === 'option')
  const categoryColumn = columnFor(table, 'category')
  const shapeOf = (row: SheetRow) =>
    notAProduct(row.cells, cell(row, skuColumn), cell(row, nameColumn))
  const products = table.rows.filter((row) => shapeOf(row) === undefined)
  const someSku = products.some((row) => cell(row, skuColumn) !== '')
  const asked: CellQuestions = {
    ...given,
    wanted: mostlyFilled(table, products, ['price', 'certificate']),
    zeroIsNothing: false,
  }
  const lacks = (
    code: CellCode,
    { rowNumber }: SheetRow,
    column: Column | undefined,
    imported: boolean,
  ): void => {
    found.problems.push({ code, rowNumber, column: column?.title ?? '', value: '', imported })
  }

  let withoutSku = 0
  for (const row of table.rows) {
    const [sku, name] = [cell(row, skuColumn), cell(row, nameColumn)]
    const shape = shapeOf(row)
    if (shape !== undefined) {
      found.problems.push({ code: shape, rowNumber: row.rowNumber, column: null, imported: false })
      continue
    }
    if (sku === '' && someSku) {
      lacks('missing-sku', row, skuColumn, false)
      continue
    }
    if (sku === '' && name === '') {
      lacks('missing-name', row, nameColumn ?? skuColumn, false)
      continue
    }
    if (sku === '') withoutSku += 1
    if (name === '' && nameColumn !== undefined) lacks('missing-value', row, nameColumn, true)
    const category = cell(row, categoryColumn)
    const options = optionsOf(row, optionColumns)
    takeRow(found, row, table, { sku, name, category, handle: '', options }, asked)
  }
  if (skuColumn !== undefined && withoutSku > 0)
    found.problems.push({
      code: 'missing-sku',
      rowNumber: null,
      column: skuColumn.title,
      count: withoutSku,
    })
  return found
}

/** `颜色=石板蓝 / 尺寸=350 ml`, by the headings of the file. */
export const optionsOf = (row: SheetRow, columns: readonly Column[]): string =>
  columns
    .flatMap((column) => {
      const value = cell(row, column)
      return value === '' ? [] : [`${column.title}=${value}`]
    })
    .join(' / ')
