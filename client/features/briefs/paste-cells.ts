/**
 * Cells pasted into the products table, written from the cell they were pasted into to the right and down. A list with its
 * headings is no such paste: it goes through the import, which looks at it first.
 */
import type * as Y from 'yjs'
import { cellsOf } from '#client/ui/cells-of.ts'
import type { Product } from '#shared/domain/briefs/brief.ts'
import { wordsKnown } from '#shared/domain/briefs/catalogue/find-header.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import type { ProductRefusal, ProductValues } from '#shared/documents/commands/brief-products.ts'
import { pasteProducts } from '#shared/documents/commands/paste-products.ts'
import type { RowId } from '#shared/lib/ids.ts'
import type { Result } from '#shared/lib/result.ts'

/** As the table shows them (product-columns.tsx). */
const columns = ['sku', 'name', 'category', 'weight', 'options', 'barcode', 'note'] as const

export interface Pasted {
  /** Products it was written to. */
  readonly rows: number
  /** Columns beyond the table's, left out. */
  readonly cut: boolean
}

export const hasHeadings = (text: string): boolean => wordsKnown(cellsOf(text)[0] ?? []) >= 2

/** `row` from 0, `column` as the table names it. */
export function pasteCells(
  doc: Y.Doc,
  products: readonly Product[],
  text: string,
  at: { readonly row: number; readonly column: string },
): Result<Pasted, ProductRefusal> {
  const cells = cellsOf(text)
  const from = Math.max(
    0,
    columns.findIndex((column) => column === at.column),
  )
  const pasted = cells.map((row, below) => ({
    id: (products[at.row + below]?.id ?? randomRowId()) as RowId,
    values: valuesOf(row, from),
  }))
  const done = pasteProducts(doc, pasted)
  if (!done.ok) return done
  const cut = cells.some((row) => row.length > columns.length - from)
  return { ok: true, value: { rows: done.value.changed + done.value.added, cut } }
}

function valuesOf(row: readonly string[], from: number): ProductValues {
  const values: { -readonly [field in keyof ProductValues]: ProductValues[field] } = {}
  row.slice(0, columns.length - from).forEach((cell, place) => {
    const column = columns[from + place]
    if (column === 'weight')
      values.weightGrams = cell.trim() === '' ? null : Number(cell.trim().replace(',', '.'))
    else if (column !== undefined) values[column] = cell
  })
  return values
}
