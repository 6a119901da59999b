/** The widths of a table's columns where they are fixed, as `col` elements; the roomy one takes what is left. */
import { For, Show } from 'solid-js'
import type { TableColumn } from './table-column.ts'

export interface TableWidthsProps<Row> {
  readonly columns: readonly TableColumn<Row>[]
  readonly least: (column: TableColumn<Row>) => number
  /** px of the column of boxes, 0 without one. */
  readonly before: number
  /** Widths given by people. */
  readonly given: Readonly<Record<string, number>> | undefined
}

export function TableWidths<Row>(props: TableWidthsProps<Row>) {
  /** The widest, or the last where people gave that one a width. */
  const roomy = (): string | undefined => {
    const [widest] = [...props.columns].sort(
      (one, other) => (other.width ?? 96) - (one.width ?? 96),
    )
    const isGiven = widest !== undefined && props.given?.[widest.id] !== undefined
    return isGiven ? props.columns.at(-1)?.id : widest?.id
  }
  return (
    <colgroup>
      <Show when={props.before > 0}>
        <col style={{ width: `${props.before}px` }} />
      </Show>
      <For each={props.columns}>
        {(column) => (
          <col style={{ width: column.id === roomy() ? undefined : `${props.least(column)}px` }} />
        )}
      </For>
    </colgroup>
  )
}
