/**
 * Remarks on single cells and on the shape of a row, the same for every kind of product list.
 */
import type { CellCode, RowProblem, ShapeCode } from './catalogue.ts'
import { isBlank } from './parse-table.ts'

/** Cut to 80 characters, for showing; never inside a surrogate pair. */
export const shortened = (text: string): string =>
  Array.from(text.slice(0, 160)).slice(0, 80).join('')

/** Rows that are no product at all. */
export function notAProduct(
  cells: readonly string[],
  sku: string,
  name: string,
): ShapeCode | undefined {
  if (isBlank(cells)) return 'blank-row'
  const first = cells.find((cell) => cell.trim() !== '')?.trim() ?? ''
  const total = first.length <= 20 && TOTALS.test(first.normalize('NFKC'))
  return total && (sku === '' || name === '') ? 'totals-row' : undefined
}

export function shapeRemark(cells: readonly string[], columns: number): ShapeCode | undefined {
  if (cells.length < columns) return 'short-row'
  return isBlank(cells.slice(columns)) ? undefined : 'long-row'
}

export function cellRemarks(
  cell: string,
  field: 'sku' | 'name',
  at: { readonly rowNumber: number; readonly column: string },
): RowProblem[] {
  const text = cell.trim()
  const codes: CellCode[] = []
  if (FULL_WIDTH.test(text)) codes.push('full-width')
  if (field === 'sku') {
    // Only here does it matter which product the row is; a space before a name is removed without a word.
    if (text !== cell && text !== '') codes.push('trimmed')
    if (/^0\d+$/.test(text)) codes.push('leading-zeros')
    if (ODD_HYPHEN.test(text)) codes.push('odd-hyphen')
    if (/^\d(\.\d+)?E\+\d+$/i.test(text)) codes.push('scientific-notation')
  }
  return codes.map((code) => ({ code, ...at, value: shortened(cell), imported: true }))
}

const TOTALS = /^(grand )?(sub-?)?(totals?|sum|合计|总计|小计|总数|共计):?$/i

/** Letters and digits only: full-width brackets and commas are good Chinese. */
const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/

/** Hyphens and dashes that look like `-` and are not. */
const ODD_HYPHEN = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/
