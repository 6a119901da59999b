/** A file as rows of cells, all text, before anybody knows which of them is a header. */
import type { Delimiter, Encoding } from './catalogue.ts'

export interface SheetRow {
  /** 1-based in the file. */
  readonly rowNumber: number
  readonly cells: readonly string[]
}

/** What a workbook says of a cell beyond its text. */
export type CellMark = 'formula-error' | 'formula-without-value' | 'rich-text' | 'date'

/** 0-based columns, 1-based rows, both ends included. */
export interface MergedCells {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

export interface Sheet {
  /** '' where a file has one table and no name for it. */
  readonly name: string
  readonly rows: readonly SheetRow[]
  readonly merged: readonly MergedCells[]
  readonly marks: ReadonlyMap<string, CellMark>
}

export interface Workbook {
  readonly encoding: Encoding
  /** Null where cells are cells. */
  readonly delimiter: Delimiter | null
  readonly sheets: readonly Sheet[]
}

export const markKey = (rowNumber: number, column: number): string => `${rowNumber}:${column}`

export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '')
