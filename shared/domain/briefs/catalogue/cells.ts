/** Remarks on single cells and on the shape of a row, the same for every kind of product list. */
import { barcodeRemark, isScientific } from './barcode.ts'
import type { CellCode, CellProblem, ShapeCode } from './catalogue.ts'
import { rawCell, type Column, type Table } from './columns.ts'
import { isDay } from './days.ts'
import { numberRemark } from './numbers.ts'
import { isBlank, type CellMark, type SheetRow } from './sheet.ts'

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

/** What the reader of a list asks of its cells beyond what every list is asked. */
export interface CellQuestions {
  /** Columns in which an empty cell is told. */
  readonly wanted: ReadonlySet<Column>
  readonly maxCell: number
  /** Characters a name may have there; Amazon's titles have 75. */
  readonly maxName?: number
  /** A file whose characters outside the first plane need four bytes. */
  readonly tellsFourBytes: boolean
  /** Shopify writes 0 grams where nobody entered a weight. */
  readonly zeroIsNothing: boolean
}

/** Everything there is to say of a row's cells, weight aside. */
export function cellRemarks(row: SheetRow, table: Table, asked: CellQuestions): CellProblem[] {
  const found: CellProblem[] = []
  for (const column of table.columns) {
    const text = rawCell(row, column)
    const mark = table.markOf(row, column)
    if (text === '' && mark === undefined && !asked.wanted.has(column)) continue
    for (const code of codesOf(text, mark, column, table, asked))
      found.push({
        code,
        rowNumber: row.rowNumber,
        column: column.title,
        value: shortened(text),
        imported: code !== 'cell-too-long',
      })
  }
  return found
}

function codesOf(
  text: string,
  mark: CellMark | undefined,
  column: Column,
  { decimal }: Table,
  asked: CellQuestions,
): CellCode[] {
  const { use, title } = column
  if (mark === 'formula-error' || mark === 'formula-without-value')
    return title === '' ? [] : [mark]
  const trimmed = text.trim()
  if (trimmed === '') return asked.wanted.has(column) ? ['missing-value'] : []
  switch (use) {
    case 'sku':
      return [...lengthCodes(text, asked), ...skuCodes(text, trimmed)]
    case 'name':
      return [...lengthCodes(text, asked), ...nameCodes(trimmed, asked)]
    case 'barcode':
      return compact(barcodeRemark(trimmed))
    case 'note':
      return [...lengthCodes(text, asked), ...noteCodes(trimmed)]
    case 'category':
    case 'option':
      return [...lengthCodes(text, asked), ...compact(formulaLike(trimmed))]
    case 'price':
    case 'quantity':
      if (mark === 'rich-text' && numberRemark(trimmed, decimal, true) === undefined)
        return ['rich-text-number']
      return compact(numberRemark(trimmed, decimal, use === 'price'))
    case 'date':
      return mark === 'date' || isDay(trimmed) ? [] : ['bad-date']
    default:
      return []
  }
}

const compact = (code: CellCode | undefined): CellCode[] => (code === undefined ? [] : [code])

const lengthCodes = (text: string, { maxCell }: CellQuestions): CellCode[] =>
  text.length > maxCell ? ['cell-too-long'] : []

function skuCodes(text: string, trimmed: string): CellCode[] {
  const codes: CellCode[] = []
  if (FULL_WIDTH.test(trimmed)) codes.push('full-width')
  // Only here does it matter which product the row is; a space before a name is removed without a word.
  if (trimmed !== text) codes.push('trimmed')
  if (/^0\d+$/.test(trimmed)) codes.push('leading-zeros')
  if (ODD_HYPHEN.test(trimmed)) codes.push('odd-hyphen')
  if (isScientific(trimmed)) codes.push('scientific-notation')
  return [...codes, ...compact(formulaLike(trimmed))]
}

function nameCodes(trimmed: string, { maxName, tellsFourBytes }: CellQuestions): CellCode[] {
  const codes: CellCode[] = []
  if (FULL_WIDTH.test(trimmed)) codes.push('full-width')
  if (tellsFourBytes && /[\u{10000}-\u{10FFFF}]/u.test(trimmed)) codes.push('four-byte-character')
  if (maxName !== undefined && Array.from(trimmed).length > maxName) codes.push('title-too-long')
  return [...codes, ...compact(formulaLike(trimmed))]
}

const noteCodes = (trimmed: string): CellCode[] => [
  ...compact(formulaLike(trimmed)),
  ...(/\n[^\S\n]*\n/.test(trimmed) ? (['blank-line-in-cell'] as const) : []),
]

/** What a spreadsheet would run; a number with its sign is a number. */
const formulaLike = (text: string): CellCode | undefined =>
  /^[=+@-]./s.test(text) && !/^[+-]?[\d.,\s]+%?$/.test(text) ? 'formula-like' : undefined

const TOTALS = /^(grand )?(sub-?)?(totals?|sum|合计|总计|小计|总数|共计):?$/i

/** Letters and digits only: full-width brackets and commas are good Chinese. */
const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/

/** Hyphens and dashes that look like `-` and are not. */
const ODD_HYPHEN = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/
