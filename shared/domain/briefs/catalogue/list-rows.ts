/**
 * Rows of a plain list: one row, one product. Where some rows have a SKU, a row without one is left out and named; where
 * none has, names tell products apart.
 */
import type { CellCode } from './catalogue.ts'
import type { Found } from './candidates.ts'
import { addCandidate, remarks, weightOf } from './candidates.ts'
import { notAProduct } from './cells.ts'
import type { Column, Columns } from './columns.ts'
import { cell } from './columns.ts'
import type { Table, TableRow } from './parse-table.ts'

export function readList(table: Table, columns: Columns): Found {
  const found: Found = { candidates: [], problems: [] }
  const { byField } = columns
  const [skuColumn, nameColumn] = [byField.get('sku'), byField.get('name')]
  const someSku = table.rows.some((row) => isProduct(row, columns) && cell(row, skuColumn) !== '')
  const lacks = (
    code: CellCode,
    row: TableRow,
    column: Column | undefined,
    imported: boolean,
  ): void => {
    const { rowNumber } = row
    found.problems.push({ code, rowNumber, column: column?.title ?? '', value: '', imported })
  }

  let withoutSku = 0
  for (const row of table.rows) {
    const [sku, name] = [cell(row, skuColumn), cell(row, nameColumn)]
    const shape = notAProduct(row.cells, sku, name)
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
    const { grams, problems } = weightOf(row, table, columns)
    found.problems.push(...remarks(row, table, columns), ...problems)
    const category = cell(row, byField.get('category'))
    addCandidate(found, row, { sku, name, category, handle: '', options: '' }, grams)
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

const isProduct = (row: TableRow, { byField }: Columns): boolean =>
  notAProduct(row.cells, cell(row, byField.get('sku')), cell(row, byField.get('name'))) ===
  undefined
