/**
 * Which product a row is, and which rows are the same product. The key's text is the identity from which a caller derives
 * the row's id (docs/decisions.md), so that importing one file on two devices makes each product once: its form never changes.
 */
import type { CatalogueRow, ClashCode, RowProblem } from './catalogue.ts'
import { shortened } from './cells.ts'

export type ProductIdentity = Pick<CatalogueRow, 'sku' | 'handle' | 'options' | 'name'>

export function catalogueKey({ sku, handle, options, name }: ProductIdentity): string {
  if (sku !== '') return `sku:${sku}`
  if (handle !== '') return `handle:${handle}|${options}`
  return options === '' ? `name:${name}` : `name:${name}|${options}`
}

/** Headers of the file to name in problems. */
export interface IdentityColumns {
  readonly sku: string
  readonly handle: string
  readonly name: string
}

/** The first row of each product; later ones, and SKUs easily taken for another, as problems. */
export function keepFirst(
  candidates: readonly CatalogueRow[],
  columns: IdentityColumns,
): { rows: CatalogueRow[]; problems: RowProblem[] } {
  const rows: CatalogueRow[] = []
  const problems: RowProblem[] = []
  const firstByKey = new Map<string, number>()
  const firstByCase = new Map<string, number>()
  const firstByNumber = new Map<string, number>()

  const clash = (code: ClashCode, row: CatalogueRow, firstRow: number): void => {
    const [column, value] = identifying(row, columns)
    const imported = code === 'same-sku-other-case' || code === 'similar-sku'
    problems.push({
      code,
      rowNumber: row.rowNumber,
      column,
      value: shortened(value),
      firstRow,
      imported,
    })
  }

  for (const row of candidates) {
    const same = firstByKey.get(row.key)
    if (same !== undefined) {
      clash(row.sku === '' ? 'duplicate-row' : 'duplicate-sku', row, same)
      continue
    }
    firstByKey.set(row.key, row.rowNumber)
    rows.push(row)
    if (row.sku === '') continue
    const otherCase = claim(firstByCase, row.sku.toLowerCase(), row.rowNumber)
    if (otherCase !== undefined) clash('same-sku-other-case', row, otherCase)
    if (!/^\d+$/.test(row.sku)) continue
    const sameNumber = claim(firstByNumber, row.sku.replace(/^0+(?=\d)/, ''), row.rowNumber)
    if (sameNumber !== undefined) clash('similar-sku', row, sameNumber)
  }
  return { rows, problems }
}

function identifying(row: CatalogueRow, columns: IdentityColumns): [string, string] {
  if (row.sku !== '') return [columns.sku, row.sku]
  return row.handle === '' ? [columns.name, row.name] : [columns.handle, row.handle]
}

/** The row that claimed `key` before, if any. */
function claim(seen: Map<string, number>, key: string, rowNumber: number): number | undefined {
  const first = seen.get(key)
  if (first === undefined) seen.set(key, rowNumber)
  return first
}
