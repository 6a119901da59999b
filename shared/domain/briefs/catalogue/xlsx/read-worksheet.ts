/**
 * One worksheet → rows of texts. Numbers are kept as the text they are stored as, so that nineteen digits stay nineteen digits; of a
 * formula the value its program computed last is read, never the formula.
 */
import {
  markKey,
  type CellMark,
  type MergedCells,
  type Sheet,
  type SheetRow,
} from '#shared/domain/briefs/catalogue/sheet.ts'
import { dayOfSerial } from './dates.ts'
import { readXml } from './read-xml.ts'
import { createTextReading, type SharedText } from './texts.ts'

export interface WorksheetParts {
  readonly texts: readonly SharedText[]
  readonly dateStyles: readonly boolean[]
  readonly from1904: boolean
}

export interface WorksheetLimits {
  readonly maxRows: number
  readonly maxColumns: number
}

export type WorksheetFault = 'broken-workbook' | 'too-many-rows' | 'too-many-columns'

class Stopped extends Error {
  readonly why: WorksheetFault
  constructor(why: WorksheetFault) {
    super(why)
    this.why = why
  }
}

export function readWorksheet(
  xml: string,
  name: string,
  parts: WorksheetParts,
  limits: WorksheetLimits,
): Sheet | WorksheetFault {
  const rows = new Map<number, string[]>()
  const merged: MergedCells[] = []
  const marks = new Map<string, CellMark>()
  const inline = createTextReading()
  let cell: OpenCell | null = null
  let cells: string[] = []
  let rowNumber = 0
  let inValue = false

  const settle = (open: OpenCell): void => {
    const { text, mark } = settled(open, inline.take(), parts)
    if (text === '' && mark === undefined) return
    if (open.column >= limits.maxColumns) throw new Stopped('too-many-columns')
    while (cells.length < open.column) cells.push('')
    cells[open.column] = text
    if (mark !== undefined) marks.set(markKey(rowNumber, open.column), mark)
  }
  try {
    const isWell = readXml(xml, {
      open(tag, attribute) {
        if (tag === 'row') {
          const at = Number(attribute('r'))
          // A number that no row has is as good as none.
          rowNumber = Number.isInteger(at) && at > 0 ? at : rowNumber + 1
          cells = []
          cell = null
        } else if (tag === 'c') {
          const at = attribute('r')
          const column = at === undefined ? (cell?.column ?? -1) + 1 : columnOf(at)
          cell = {
            column: Number.isInteger(column) ? column : limits.maxColumns,
            type: attribute('t') ?? 'n',
            style: Number(attribute('s') ?? 0),
            value: '',
            hasFormula: false,
          }
        } else if (tag === 'v') inValue = true
        else if (tag === 'f' && cell !== null) cell.hasFormula = true
        else if (tag === 'mergeCell') merged.push(...mergedOf(attribute('ref') ?? ''))
        else inline.open(tag)
      },
      text(text) {
        if (inValue && cell !== null) cell.value += text
        else inline.text(text)
      },
      close(tag) {
        if (tag === 'v') inValue = false
        else if (tag === 'c' && cell !== null) settle(cell)
        else if (tag === 'row' && cells.length > 0) {
          if (!(rowNumber <= limits.maxRows)) throw new Stopped('too-many-rows')
          rows.set(rowNumber, cells)
        } else inline.close(tag)
      },
    })
    if (!isWell) return 'broken-workbook'
  } catch (thrown) {
    if (thrown instanceof Stopped) return thrown.why
    throw thrown
  }
  return { name, rows: inOrder(rows), merged, marks }
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  hasFormula: boolean
}

function settled(
  { type, style, value, hasFormula }: OpenCell,
  inline: SharedText,
  { texts, dateStyles, from1904 }: WorksheetParts,
): { readonly text: string; readonly mark?: CellMark } {
  if (type === 'e') return { text: '', mark: 'formula-error' }
  if (type === 'inlineStr') return rich(inline)
  if (type === 's') return rich(texts[Number(value)] ?? { text: '', isRich: false })
  if (value === '') return hasFormula ? { text: '', mark: 'formula-without-value' } : { text: '' }
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' }
  if (type === 'd') return { text: value.slice(0, 10), mark: 'date' }
  if (type !== 'n') return { text: value }
  const day = dateStyles[style] === true ? dayOfSerial(Number(value), from1904) : null
  return day === null ? { text: shownNumber(value) } : { text: day, mark: 'date' }
}

const rich = ({ text, isRich }: SharedText): { text: string; mark?: CellMark } =>
  isRich ? { text, mark: 'rich-text' } : { text }

/** Fifteen digits as a spreadsheet shows them, so that 0.1 + 0.2 is 0.3; whole digits stay as they are. */
function shownNumber(value: string): string {
  if (/^\d+$/.test(value)) return value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const shown = Number(number.toPrecision(15))
  // Above, a spreadsheet shows 6.90123E+18: the digits are lost, and that is said.
  return Math.abs(shown) < 1e15 ? String(shown) : shown.toExponential(5).toUpperCase()
}

/** `AB12` → 27. */
function columnOf(at: string): number {
  const letters = /^([A-Z]{1,4})\d+$/.exec(at)?.[1]
  if (letters === undefined) return NaN
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function mergedOf(ref: string): MergedCells[] {
  const parts = /^([A-Z]{1,4}\d{1,7}):([A-Z]{1,4}\d{1,7})$/.exec(ref)
  const [, from = '', to = ''] = parts ?? []
  if (parts === null) return []
  const rowOf = (at: string): number => Number(at.replace(/\D/g, ''))
  return [
    {
      fromRow: rowOf(from),
      toRow: rowOf(to),
      fromColumn: columnOf(from),
      toColumn: columnOf(to),
    },
  ]
}

/** Every row up to the last filled one, each as wide as the widest: a workbook has no short rows. */
function inOrder(rows: ReadonlyMap<number, string[]>): SheetRow[] {
  let [last, width] = [0, 0]
  for (const [rowNumber, cells] of rows) {
    last = Math.max(last, rowNumber)
    width = Math.max(width, cells.length)
  }
  const wide = (cells: readonly string[]): readonly string[] =>
    Array.from({ length: width }, (_none, n) => cells[n] ?? '')
  // One for all: two cells far apart would make a hundred million.
  const blank = wide([])
  return Array.from({ length: last }, (_, at) => {
    const cells = rows.get(at + 1)
    return { rowNumber: at + 1, cells: cells === undefined ? blank : wide(cells) }
  })
}
