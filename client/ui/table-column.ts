/** What a table is told about its columns, its order and what is chosen in it; shared by the files that draw it. */
import type { Accessor, JSX } from 'solid-js'
import type { SelectOption } from './select.tsx'

export interface TableColumn<Row> {
  readonly id: string
  readonly head: string
  readonly align?: 'start' | 'end' | undefined
  /** Least width in px; where widths may be changed, the one to begin with. */
  readonly width?: number | undefined
  /** The cell is filled by its content, as InlineField wants it. */
  readonly fill?: boolean | undefined
  /** Said by screen readers only: for a column of buttons. */
  readonly hideHead?: boolean | undefined
  /** Its head offers to sort by it. */
  readonly sorts?: boolean | undefined
  /** Lets a cell be written in: Enter, a second press or a first letter opens it. */
  readonly edit?: CellEdit<Row> | undefined
  readonly cell: (row: Accessor<Row>, index: Accessor<number>) => JSX.Element
}

export interface CellEdit<Row> {
  /** One of these instead of any text; `text` and `write` then speak of its value. */
  readonly options?: ((row: Row) => readonly SelectOption<string>[]) | undefined
  /** What stands in the field when it opens. */
  readonly text: (row: Row) => string
  /** Writes it, or answers the sentence that says why not. */
  readonly write: (row: Row, text: string) => string | null
  readonly inputMode?: JSX.InputHTMLAttributes<HTMLInputElement>['inputMode']
}

export interface TableSort {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

export interface TableSelection<Row> {
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
  /** Names a row for screen readers. */
  readonly nameOf: (row: Row) => string
  /** What can be done with the chosen rows, shown in a bar while there are any. */
  readonly actions?: JSX.Element
}

/** The column of boxes before the first, where rows can be chosen. */
export const chooseColumn = 'ui:choose'

export const widthOf = <Row>(
  column: TableColumn<Row>,
  widths: Readonly<Record<string, number>> | undefined,
): number => widths?.[column.id] ?? column.width ?? 96
