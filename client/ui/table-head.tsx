/** The heads of a table: a box that chooses every row, names that sort, edges that are pulled (or Alt with Left and Right). */
import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Checkbox } from './checkbox.tsx'
import type { ColumnWidths } from './create-column-widths.ts'
import { chooseColumn, type TableColumn, type TableSort } from './table-column.ts'
import { uiWords } from './words.ts'

export interface TableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[]
  readonly least: (column: TableColumn<Row>) => number
  readonly isGrid: boolean
  /** Whether the head of a column is the tab stop. */
  readonly isStop: (column: string) => boolean
  readonly sort: TableSort | null
  readonly onSort: ((sort: TableSort) => void) | undefined
  readonly widths: ColumnWidths | undefined
  readonly chosen: 'none' | 'some' | 'all' | undefined
  readonly onChooseAll: () => void
  readonly hintId: string
}

export function TableHead<Row>(props: TableHeadProps<Row>) {
  const words = useWords(uiWords)
  const stop = (column: string) => (props.isGrid ? (props.isStop(column) ? 0 : -1) : undefined)
  const sorted = (column: string) =>
    props.sort?.column === column ? props.sort.direction : undefined
  return (
    <thead>
      <tr aria-rowindex={1}>
        <Show when={props.chosen}>
          {(chosen) => (
            <th scope="col" class="ui-table-choose" data-row="" data-column={chooseColumn}>
              <div data-stop="" tabIndex={stop(chooseColumn)} class="ui-table-stop">
                <Checkbox
                  label={words().chooseAll}
                  hideLabel
                  tabIndex={-1}
                  checked={chosen() === 'all'}
                  mixed={chosen() === 'some'}
                  onChange={() => props.onChooseAll()}
                />
              </div>
            </th>
          )}
        </Show>
        <For each={props.columns}>
          {(column) => (
            <th
              scope="col"
              data-row=""
              data-column={column.id}
              data-align={column.align}
              aria-sort={sorted(column.id) ?? (column.sorts ? 'none' : undefined)}
              tabIndex={column.sorts ? undefined : stop(column.id)}
              style={{ 'min-width': `${props.least(column)}px` }}
            >
              <Show
                when={column.sorts}
                fallback={
                  <span class={column.hideHead ? 'ui-hidden-text' : undefined}>{column.head}</span>
                }
              >
                <button
                  type="button"
                  class="ui-table-sort"
                  data-stop=""
                  tabIndex={stop(column.id)}
                  aria-describedby={props.widths ? props.hintId : undefined}
                  onClick={() =>
                    props.onSort?.({
                      column: column.id,
                      direction: sorted(column.id) === 'ascending' ? 'descending' : 'ascending',
                    })
                  }
                >
                  {column.head}
                  <Show when={sorted(column.id)}>
                    {(direction) =>
                      direction() === 'ascending' ? (
                        <ArrowUp size={14} aria-hidden="true" />
                      ) : (
                        <ArrowDown size={14} aria-hidden="true" />
                      )
                    }
                  </Show>
                </button>
              </Show>
              <Show when={props.widths}>
                {(widths) => (
                  <span
                    class="ui-table-edge"
                    aria-hidden="true"
                    onPointerDown={(event) => widths().pull(column.id, event)}
                  />
                )}
              </Show>
            </th>
          )}
        </For>
      </tr>
    </thead>
  )
}
