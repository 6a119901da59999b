/**
 * The door for product lists: bytes of a file → product rows, or a refusal that says why not. Total and deterministic:
 * no bytes make it throw, and the same bytes give the same rows and keys on every device.
 */
import type { Result } from '#shared/lib/result.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Catalogue, CatalogueLimits, CatalogueRefusal, RowProblem } from './catalogue.ts'
import { defaultCatalogueLimits } from './catalogue.ts'
import { shortened } from './cells.ts'
import type { Columns } from './columns.ts'
import { columnsTaken, findColumns, isShopify, rawCell } from './columns.ts'
import { decodeText } from './decode-text.ts'
import { keepFirst } from './identity.ts'
import { readList } from './list-rows.ts'
import type { Table } from './parse-table.ts'
import { parseTable } from './parse-table.ts'
import { readShopify } from './shopify-rows.ts'

/** `fileName` only helps to say what a file is that cannot be read; it never changes rows or keys. */
export function readCatalogue(
  bytes: Uint8Array,
  fileName: string,
  limits: CatalogueLimits = defaultCatalogueLimits,
): Result<Catalogue, CatalogueRefusal> {
  if (bytes.length > limits.maxBytes)
    return refuse({ code: 'file-too-large', bytes: bytes.length, limit: limits.maxBytes })
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const parsed = parseTable(decoded.value.text, limits.maxRows)
  if (!parsed.ok) return parsed

  const table = parsed.value
  const columns = findColumns(table.header)
  if (!columns.byField.has('sku') && !columns.byField.has('name'))
    return refuse(unknownHeader(table, fileName))
  const tooLong = findTooLong(table, columns, limits.maxCell)
  if (tooLong !== undefined) return refuse(tooLong)

  const source = isShopify(columns) ? 'shopify' : 'list'
  const found = source === 'shopify' ? readShopify(table, columns) : readList(table, columns)
  const titleOf = (field: 'sku' | 'handle' | 'name'): string =>
    columns.byField.get(field)?.title ?? ''
  const kept = keepFirst(found.candidates, {
    sku: titleOf('sku'),
    handle: titleOf('handle'),
    name: titleOf('name'),
  })
  return ok({
    encoding: decoded.value.encoding,
    delimiter: table.delimiter,
    source,
    rows: kept.rows,
    unusedColumns: unusedTitles(table, columns),
    problems: inFileOrder(settled([...found.problems, ...kept.problems])),
  })
}

/** Some ERPs save HTML under an Excel name: then the remedy is another format, not another header. */
function unknownHeader(table: Table, fileName: string): CatalogueRefusal {
  const namedWorkbook = /\.(xlsx?|xlsm|ods|et|numbers)$/i.test(fileName)
  if (namedWorkbook && table.header[0]?.startsWith('<') === true)
    return { code: 'workbook-save-as-csv' }
  const headers = table.header.filter((title) => title !== '').slice(0, 50)
  return { code: 'no-sku-or-name-column', headers: headers.map(shortened) }
}

function unusedTitles(table: Table, columns: Columns): string[] {
  const taken = new Set(columnsTaken(columns).map((column) => column.at))
  return table.header
    .filter((title, at) => title !== '' && !taken.has(at))
    .map((title) => shortened(title))
}

function findTooLong(table: Table, columns: Columns, limit: number): CatalogueRefusal | undefined {
  const taken = columnsTaken(columns)
  for (const row of table.rows) {
    const column = taken.find((candidate) => rawCell(row, candidate).length > limit)
    if (column !== undefined)
      return {
        code: 'cell-too-long',
        rowNumber: row.rowNumber,
        column: shortened(column.title),
        limit,
      }
  }
  return undefined
}

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
