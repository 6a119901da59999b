/**
 * Text → one sheet of cells. Owns delimiter, quotes, line ends and row numbers; knows header words only to tell delimiters
 * apart. Papa Parse reads the cells.
 */
import Papa from 'papaparse'
import type { Result } from '#shared/lib/result.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { CatalogueLimits, Delimiter, TableRefusal } from './catalogue.ts'
import { headerRowsLookedAt, wordsKnown } from './find-header.ts'
import { isBlank, type Sheet } from './sheet.ts'

export interface TextSheet {
  readonly delimiter: Delimiter
  readonly sheet: Sheet
}

/** Blank rows after the last filled one are left out. */
export function parseTextSheet(
  text: string,
  { maxRows, maxColumns }: CatalogueLimits,
): Result<TextSheet, TableRefusal> {
  const unified = withoutLineEndsAtTheEnd(text.replace(/\r\n?/g, '\n'))
  const delimiter = findDelimiter(unified)
  // The header may stand in any of the rows looked at; which one is settled later.
  const { data, errors } = cellsOf(unified, delimiter, maxRows + headerRowsLookedAt + 1)

  const broken = errors.find((error) => error.type === 'Quotes')
  if (broken !== undefined)
    return refuse({ code: 'broken-quotes', rowNumber: (broken.row ?? 0) + 1 })
  if (data.length > maxRows + headerRowsLookedAt)
    return refuse({ code: 'too-many-rows', limit: maxRows })

  const end = data.findLastIndex((cells) => !isBlank(cells)) + 1
  if (end === 0) return refuse({ code: 'empty-file' })
  if (data.slice(0, headerRowsLookedAt).some((cells) => filledWidth(cells) > maxColumns))
    return refuse({ code: 'too-many-columns', limit: maxColumns })
  const rows = data.slice(0, end).map((cells, at) => ({ rowNumber: at + 1, cells }))
  return ok({ delimiter, sheet: { name: '', rows, merged: [], marks: new Map() } })
}

const filledWidth = (cells: readonly string[]): number =>
  cells.findLastIndex((cell) => cell.trim() !== '') + 1

const SIGNS: Readonly<Record<Delimiter, string>> = { comma: ',', semicolon: ';', tab: '\t' }

/** Enough for any header; a delimiter is found in it. */
const SAMPLE = 64 * 1024

function cellsOf(text: string, delimiter: Delimiter, rows: number): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter: SIGNS[delimiter], newline: '\n', preview: rows })
}

/**
 * The delimiter that gives a row with most header words we know, then most columns. A header of one column has none: tab,
 * because names have commas in them and never tabs.
 */
function findDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE)
  let best: { delimiter: Delimiter; known: number; columns: number } = {
    delimiter: 'tab',
    known: -1,
    columns: 0,
  }
  for (const delimiter of ['tab', 'comma', 'semicolon'] as const) {
    const filled = cellsOf(sample, delimiter, headerRowsLookedAt).data.filter(
      (cells) => !isBlank(cells),
    )
    const known = Math.max(0, ...filled.map(wordsKnown))
    const columns = filled.find((cells) => wordsKnown(cells) === known)?.length ?? 0
    if (known > best.known || (known === best.known && columns > best.columns))
      best = { delimiter, known, columns }
  }
  return best.delimiter
}

/** By hand: `/\n+$/` takes quadratic time on a file of line ends. */
function withoutLineEndsAtTheEnd(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === '\n') end -= 1
  return text.slice(0, end)
}
