/** One row of a table: a box where rows can be chosen, its name, its cells. A cell being written in holds a CellEditor instead. */
import { For, Show, type Accessor, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useWords } from '#client/i18n/words.ts'
import { CellChoice } from './cell-choice.tsx'
import { CellEditor } from './cell-editor.tsx'
import { Checkbox } from './checkbox.tsx'
import type { Grid } from './create-grid.ts'
import { chooseColumn, type TableColumn } from './table-column.ts'
import { uiWords } from './words.ts'

export interface TableLineProps<Row> {
  readonly id: string
  readonly row: Accessor<Row>
  readonly place: Accessor<number>
  readonly columns: readonly TableColumn<Row>[]
  /** Undefined where cells are not gone through one by one. */
  readonly grid: Grid | undefined
  readonly chosen: boolean | undefined
  readonly nameOf: ((row: Row) => string) | undefined
  /** With Shift: everything up to it. */
  readonly onChoose: (range: boolean) => void
}

export function TableLine<Row>(props: TableLineProps<Row>) {
  const words = useWords(uiWords)
  // The box says only that it changed; whether Shift was held is known from the press before.
  let shift = false
  const stop = (column: string): 0 | -1 | undefined => {
    if (!props.grid) return undefined
    const at = props.grid.stop()
    return at.row === props.id && at.column === column ? 0 : -1
  }
  const writing = (column: string) => {
    const now = props.grid?.writing()
    return now?.row === props.id && now.column === column ? now : undefined
  }
  const left = (column: string): void => {
    const at = props.grid?.writing()
    if (at?.row === props.id && at.column === column) props.grid?.rest()
  }
  const content = (column: TableColumn<Row>): JSX.Element => (
    <Show
      when={column.edit && writing(column.id)}
      fallback={column.cell(props.row, props.place)}
      keyed
    >
      {(now) => (
        <Show
          when={column.edit?.options}
          fallback={
            <CellEditor
              label={column.head}
              text={now.begin ?? column.edit?.text(props.row()) ?? ''}
              align={column.align}
              inputMode={column.edit?.inputMode}
              write={(text) => column.edit?.write(props.row(), text) ?? null}
              leave={(to) => props.grid?.leave(to)}
              onLeft={() => left(column.id)}
            />
          }
        >
          {(options) => (
            <CellChoice
              label={column.head}
              value={column.edit?.text(props.row()) ?? ''}
              options={options()(props.row())}
              write={(value) => column.edit?.write(props.row(), value)}
              leave={(to) => props.grid?.leave(to)}
              onLeft={() => left(column.id)}
            />
          )}
        </Show>
      )}
    </Show>
  )
  return (
    <tr
      aria-rowindex={props.place() + 2}
      aria-selected={props.chosen}
      data-chosen={props.chosen ? '' : undefined}
    >
      <Show when={props.chosen !== undefined}>
        <td
          class="ui-table-choose"
          data-row={props.id}
          data-column={chooseColumn}
          tabIndex={stop(chooseColumn)}
          onPointerDown={(event) => (shift = event.shiftKey)}
        >
          <Checkbox
            label={words().chooseRow(props.nameOf?.(props.row()) ?? '')}
            hideLabel
            tabIndex={-1}
            checked={props.chosen ?? false}
            onChange={() => props.onChoose(shift)}
          />
        </td>
      </Show>
      <For each={props.columns}>
        {(column, at) => (
          <Dynamic
            component={at() === 0 ? 'th' : 'td'}
            scope={at() === 0 ? 'row' : undefined}
            data-align={column.align}
            data-fill={column.fill || writing(column.id) ? '' : undefined}
            data-row={props.grid ? props.id : undefined}
            data-column={props.grid ? column.id : undefined}
            data-edits={column.edit ? '' : undefined}
            tabIndex={stop(column.id)}
          >
            {content(column)}
          </Dynamic>
        )}
      </For>
    </tr>
  )
}
