/**
 * Text → header and rows of cells, all text. Owns delimiter, quotes, line ends and row numbers; knows header words only
 * to tell delimiters apart. Papa Parse reads the cells.
 */
import Papa from 'papaparse'
import type { Result } from '#shared/lib/result.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Delimiter, TableRefusal } from './catalogue.ts'
import { headerMeaning } from './header-words.ts'

export interface TableRow {
  readonly rowNumber: number
  readonly cells: readonly string[]
}

export interface Table {
  readonly delimiter: Delimiter
  /** Trimmed; empty columns at the right end are left out. */
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Amazon's widest flat files have about 300 columns; what has more than this is not a product list. */
const MAX_COLUMNS = 2_000

/** The first row with anything in it is the header. Blank rows after the last filled one are left out. */
export function parseTable(text: string, maxRows: number): Result<Table, TableRefusal> {
  const unified = withoutLineEndsAtTheEnd(text.replace(/\r\n?/g, '\n'))
  const delimiter = findDelimiter(unified)
  const { data, errors } = cellsOf(unified, delimiter, maxRows + 2)

  const broken = errors.find((error) => error.type === 'Quotes')
  if (broken !== undefined)
    return refuse({ code: 'broken-quotes', rowNumber: (broken.row ?? 0) + 1 })

  const headerAt = data.findIndex((cells) => !isBlank(cells))
  const header = withoutBlankEnd(data[headerAt] ?? [])
  if (header.length === 0) return refuse({ code: 'empty-file' })
  if (header.length > MAX_COLUMNS) return refuse({ code: 'too-many-columns', limit: MAX_COLUMNS })
  if (data.length > maxRows + 1) return refuse({ code: 'too-many-rows', limit: maxRows })

  const last = data.findLastIndex((cells) => !isBlank(cells))
  const rows = data
    .slice(0, last + 1)
    .map((cells, at): TableRow => ({ rowNumber: at + 1, cells }))
    .slice(headerAt + 1)
  return ok({ delimiter, header, rows })
}

export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '')

const SIGNS: Readonly<Record<Delimiter, string>> = { comma: ',', semicolon: ';', tab: '\t' }

/** Enough for any header; a delimiter is found in it. */
const SAMPLE = 64 * 1024

function cellsOf(text: string, delimiter: Delimiter, rows: number): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter: SIGNS[delimiter], newline: '\n', preview: rows })
}

/**
 * The delimiter that gives most header words we know, then most columns. A header of one column has none: tab, because
 * names have commas in them and never tabs.
 */
function findDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE)
  let best: { delimiter: Delimiter; known: number; columns: number } = {
    delimiter: 'tab',
    known: -1,
    columns: 0,
  }
  for (const delimiter of ['tab', 'comma', 'semicolon'] as const) {
    const header = cellsOf(sample, delimiter, 20).data.find((cells) => !isBlank(cells)) ?? []
    const known = header.filter((word) => headerMeaning(word) !== undefined).length
    const columns = header.length
    if (known > best.known || (known === best.known && columns > best.columns))
      best = { delimiter, known, columns }
  }
  return best.delimiter
}

const withoutBlankEnd = (header: readonly string[]): readonly string[] =>
  header.slice(0, header.findLastIndex((word) => word.trim() !== '') + 1).map((word) => word.trim())

/** By hand: `/\n+$/` takes quadratic time on a file of line ends. */
function withoutLineEndsAtTheEnd(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === '\n') end -= 1
  return text.slice(0, end)
}
