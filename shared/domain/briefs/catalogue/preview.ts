/**
 * A list as a person looks at it before anything is written: every row that is, or might have been, a product with what would come
 * of it and what there is to say about it; and the list as a whole, small enough to be asked for again and again.
 */
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type {
  Catalogue,
  CatalogueLimits,
  CatalogueRow,
  CatalogueSource,
  Delimiter,
  Encoding,
  RowProblem,
  TableRefusal,
} from './catalogue.ts'
import type { ColumnUse } from './column-use.ts'
import { shortened } from './cells.ts'
import { headingsKey } from './headings-key.ts'
import { createMatching, type RowStatus, type StandingProduct } from './match-products.ts'
import { readSheet, type SheetChoice } from './read-sheet.ts'
import { severityOf } from './severity.ts'
import type { Sheet, Workbook } from './sheet.ts'

export interface PreviewRow {
  readonly rowNumber: number
  readonly status: RowStatus | 'left-out'
  /** As they stand in the file, where the row is left out. */
  readonly sku: string
  readonly name: string
  /** Null: left out. */
  readonly product: CatalogueRow | null
  readonly problems: readonly RowProblem[]
}

export interface Preview {
  readonly encoding: Encoding
  readonly delimiter: Delimiter | null
  readonly sheets: readonly string[]
  readonly source: CatalogueSource
  readonly headerRow: number
  readonly titles: readonly string[]
  readonly uses: readonly ColumnUse[]
  /** The first cell of each column that says something. */
  readonly samples: readonly string[]
  /** The first rows of the sheet, to choose the header from. */
  readonly firstRows: readonly { readonly rowNumber: number; readonly text: string }[]
  /** Names this set of headings, for what is remembered about it. */
  readonly headings: string
  readonly isMapped: boolean
  readonly unusedColumns: readonly string[]
  /** About the whole file. */
  readonly problems: readonly RowProblem[]
  readonly counts: RowCounts
  /** Of the rows, the commonest first, at most as many as a list is scrolled through. */
  readonly categories: readonly string[]
}

/** How many rows there are of each kind. */
export interface RowCounts {
  readonly all: number
  readonly new: number
  readonly leftOut: number
  readonly error: number
  readonly warning: number
}

export interface Against {
  readonly docName: string
  readonly products: readonly StandingProduct[]
  /** Rows without a SKU take the one proposed for them. */
  readonly takesProposed: boolean
}

export interface Previewed {
  readonly preview: Preview
  readonly rows: readonly PreviewRow[]
}

export function previewSheet(
  workbook: Workbook,
  choice: SheetChoice,
  limits: CatalogueLimits,
  against: Against,
): Result<Previewed, TableRefusal> {
  const read = readSheet(workbook, choice, limits)
  const sheet = workbook.sheets[choice.sheet]
  if (!read.ok) return read
  if (sheet === undefined) return refuse({ code: 'empty-file' })
  const catalogue = read.value
  const rows = rowsOf(sheet, catalogue, against)
  return ok({
    preview: {
      encoding: workbook.encoding,
      delimiter: workbook.delimiter,
      sheets: workbook.sheets.map(({ name }) => name),
      source: catalogue.source,
      headerRow: catalogue.headerRow,
      titles: catalogue.titles,
      uses: catalogue.uses,
      samples: samplesOf(sheet, catalogue),
      firstRows: firstRows(sheet),
      headings: headingsKey(catalogue.titles),
      isMapped: catalogue.isMapped,
      unusedColumns: catalogue.unusedColumns,
      problems: catalogue.problems.filter(({ rowNumber }) => rowNumber === null),
      counts: countRows(rows),
      categories: categoriesOf(rows),
    },
    rows,
  })
}

/** Proposed SKUs as the rows' own; what a row is stays what it was. */
export const withProposed = (row: CatalogueRow): CatalogueRow =>
  row.sku === '' && row.proposedSku !== undefined ? { ...row, sku: row.proposedSku } : row

function rowsOf(sheet: Sheet, catalogue: Catalogue, against: Against): PreviewRow[] {
  const statusOf = createMatching(against.docName, against.products)
  const told = new Map<number, RowProblem[]>()
  for (const problem of catalogue.problems) {
    if (problem.rowNumber === null || problem.code === 'blank-row') continue
    const own = told.get(problem.rowNumber)
    if (own === undefined) told.set(problem.rowNumber, [problem])
    else own.push(problem)
  }
  const rows = catalogue.rows.map((product): PreviewRow => {
    const { rowNumber, sku, name } = product
    const status = statusOf(against.takesProposed ? withProposed(product) : product)
    const problems = told.get(rowNumber) ?? none
    told.delete(rowNumber)
    return { rowNumber, status, sku, name, product, problems }
  })
  const [skuAt, nameAt] = [catalogue.uses.indexOf('sku'), catalogue.uses.indexOf('name')]
  const leftOut = [...told].map(([rowNumber, problems]): PreviewRow => {
    const cells = sheet.rows[rowNumber - 1]?.cells ?? []
    const text = (at: number): string => shortened((cells[at] ?? '').trim())
    return {
      rowNumber,
      status: 'left-out',
      sku: text(skuAt),
      name: text(nameAt),
      product: null,
      problems,
    }
  })
  return leftOut.length === 0
    ? rows
    : [...rows, ...leftOut].sort((a, b) => a.rowNumber - b.rowNumber)
}

const none: readonly RowProblem[] = []

/** Whether a row of the list is worth a look, and how badly. */
export const worstOf = ({ problems }: PreviewRow): 'error' | 'warning' | null => {
  if (problems.some((problem) => severityOf(problem) === 'error')) return 'error'
  return problems.length > 0 ? 'warning' : null
}

function countRows(rows: readonly PreviewRow[]): RowCounts {
  const counts = { all: rows.length, new: 0, leftOut: 0, error: 0, warning: 0 }
  for (const row of rows) {
    const worst = worstOf(row)
    if (worst !== null) counts[worst] += 1
    if (row.status === 'left-out') counts.leftOut += 1
    else if (row.status === 'new') counts.new += 1
  }
  return counts
}

function categoriesOf(rows: readonly PreviewRow[]): string[] {
  const counts = new Map<string, number>()
  for (const { product } of rows)
    if (product !== null && product.category !== '')
      counts.set(product.category, (counts.get(product.category) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 200)
    .map(([category]) => category)
}

function samplesOf({ rows }: Sheet, { titles, headerRow }: Catalogue): string[] {
  const looked = rows.slice(headerRow, headerRow + 50)
  return titles.map((_, at) => {
    const found = looked.find(({ cells }) => (cells[at] ?? '').trim() !== '')
    return shortened((found?.cells[at] ?? '').trim())
  })
}

function firstRows({ rows }: Sheet): Preview['firstRows'] {
  return rows.slice(0, 10).map(({ rowNumber, cells }) => ({
    rowNumber,
    text: shortened(
      cells
        .slice(0, 12)
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
        .join(' · '),
    ),
  }))
}
