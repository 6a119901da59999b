/**
 * One sheet of a workbook → product rows and problems, by the header and uses a person chose or the ones guessed. Total and
 * deterministic: the same sheet gives the same rows and keys on every device.
 */
import type { Result } from '#shared/lib/result.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { readAmazon } from './amazon-rows.ts'
import type {
  Catalogue,
  CatalogueLimits,
  CatalogueSource,
  RowProblem,
  TableRefusal,
} from './catalogue.ts'
import type { Found } from './candidates.ts'
import { shortened } from './cells.ts'
import { columnFor, guessUses, tableOf, type Table } from './columns.ts'
import { isColumnUse, type ColumnUse } from './column-use.ts'
import { findHeader } from './find-header.ts'
import { keepFirst } from './identity.ts'
import { readList } from './list-rows.ts'
import { proposeSkus } from './propose-sku.ts'
import { skusElsewhere, unknownSkus } from './other-sheets.ts'
import { isShopify, readShopify } from './shopify-rows.ts'
import type { Workbook } from './sheet.ts'

export interface SheetChoice {
  /** 0-based. */
  readonly sheet: number
  /** 1-based; null: guessed. */
  readonly headerRow: number | null
  /** One for each column; null: guessed. */
  readonly uses: readonly ColumnUse[] | null
}

export const guessed: SheetChoice = { sheet: 0, headerRow: null, uses: null }

export function readSheet(
  workbook: Workbook,
  choice: SheetChoice,
  limits: CatalogueLimits,
): Result<Catalogue, TableRefusal> {
  const sheet = workbook.sheets[choice.sheet]
  const header = sheet === undefined ? null : findHeader(sheet, choice.headerRow)
  if (sheet === undefined || header === null) return refuse({ code: 'empty-file' })
  if (header.titles.length > limits.maxColumns)
    return refuse({ code: 'too-many-columns', limit: limits.maxColumns })
  const uses = (choice.uses ?? guessUses(header.titles)).filter(isColumnUse)
  // Where cells are parted by semicolons the comma is the decimal sign (Excel in most of Europe).
  const table = tableOf(sheet, header, uses, workbook.delimiter === 'semicolon' ? ',' : '.')
  if (table.rows.length > limits.maxRows)
    return refuse({ code: 'too-many-rows', limit: limits.maxRows })

  const source = sourceOf(table)
  const isMapped = columnFor(table, 'sku') !== undefined || columnFor(table, 'name') !== undefined
  const found = isMapped
    ? readAs(source, table, {
        maxCell: limits.maxCell,
        tellsFourBytes: workbook.encoding === 'GB18030',
      })
    : { candidates: [], problems: [] }
  const titleOf = (use: ColumnUse): string => columnFor(table, use)?.title ?? ''
  const kept = keepFirst(found.candidates, {
    sku: titleOf('sku'),
    handle: titleOf('handle'),
    name: titleOf('name'),
  })
  const elsewhere = unknownSkus(kept.rows, titleOf('sku'), skusElsewhere(workbook, choice.sheet))
  return ok({
    source,
    headerRow: header.to,
    titles: header.titles,
    uses: table.columns.map(({ use }) => use),
    isMapped,
    rows: proposeSkus(kept.rows),
    unusedColumns: table.columns
      .filter(({ title, use }) => title !== '' && use === 'none')
      .map(({ title }) => shortened(title)),
    problems: inFileOrder(settled([...found.problems, ...kept.problems, ...elsewhere])),
  })
}

const sourceOf = ({ columns }: Table): CatalogueSource => {
  if (isShopify(columns)) return 'shopify'
  return columns.some(({ title }) => title === 'item_sku') ? 'amazon' : 'list'
}

const readers = { shopify: readShopify, amazon: readAmazon, list: readList } as const

const readAs = (source: CatalogueSource, ...[table, given]: Parameters<typeof readList>): Found =>
  readers[source](table, given)

/** Remarks on the cells of a row that turned out to be a repeated product say that it was not imported, too. */
function settled(problems: readonly RowProblem[]): RowProblem[] {
  const leftOut = new Set(
    problems.flatMap((problem) =>
      problem.rowNumber !== null && !problem.imported ? [problem.rowNumber] : [],
    ),
  )
  return problems.map((problem) =>
    problem.rowNumber !== null && leftOut.has(problem.rowNumber)
      ? { ...problem, imported: false }
      : problem,
  )
}

const inFileOrder = (problems: readonly RowProblem[]): RowProblem[] =>
  problems.toSorted((a, b) => (a.rowNumber ?? 0) - (b.rowNumber ?? 0))
