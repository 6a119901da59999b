/**
 * A semantic table that scrolls inside itself with its first column fixed. Rows are kept by id, so a colleague's change never takes
 * the focus away. Cells may be fields, gone through with Up, Down and Enter; or, once cells can be written in or rows chosen, it is a
 * grid with one tab stop, gone through by arrows. With a `height` only rows near the view are drawn, and the one that is written in:
 * ten thousand cost what thirty do.
 */
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { BulkBar } from './bulk-bar.tsx'
import { createColumnWidths } from './create-column-widths.ts'
import { createEntries } from './create-entries.ts'
import { createGrid } from './create-grid.ts'
import { createHeldField } from './create-held-field.ts'
import { createRowChoice } from './create-row-choice.ts'
import { createRowWindow } from './create-row-window.ts'
import { createShownRows } from './create-shown-rows.ts'
import { moveInColumn } from './move-in-column.ts'
import { keyInGrid, pressInGrid, type GridActs } from './press-in-grid.ts'
import {
  chooseColumn,
  widthOf,
  type TableColumn,
  type TableSelection,
  type TableSort,
} from './table-column.ts'
import { TableHead } from './table-head.tsx'
import { TableLine } from './table-line.tsx'
import { TableWidths } from './table-widths.tsx'
import { watchOverflow } from './watch-overflow.ts'
import { uiWords } from './words.ts'
import './table.css'

export interface TableProps<Row> {
  /** What the table is, for screen readers. */
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  /** In the order they are shown in: the owner sorts. */
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** Several cells pasted into one: the text as spreadsheets give it, with tabs and line breaks, and where. */
  readonly onPasteCells?:
    | ((text: string, at: { readonly row: number; readonly column: string }) => void)
    | undefined
  readonly sort?: TableSort | null | undefined
  readonly onSort?: ((sort: TableSort) => void) | undefined
  readonly selection?: TableSelection<Row> | undefined
  /** In px by column; given with `onWidth` where people may change them. */
  readonly widths?: Readonly<Record<string, number>> | undefined
  readonly onWidth?: ((column: string, width: number) => void) | undefined
  /** A CSS length it scrolls within; rows are then of one line. */
  readonly height?: string | undefined
  /** The sentence in the place of rows while there are none. */
  readonly empty?: string | undefined
}

/** As table.css draws them, hairline included. */
const heights = { desk: 36, fingers: 52 } as const
/** px of the column of boxes. */
const boxes = 44

export function Table<Row>(props: TableProps<Row>) {
  const words = useWords(uiWords)
  const hintId = createUniqueId()
  const { ids, entryOf } = createEntries(
    () => props.rows,
    (row) => props.rowId(row),
  )
  // Asked for once, so that columns written in place do not remake every cell.
  const columns = createMemo(() => props.columns)
  const columnOf = (id: string) => columns().find((column) => column.id === id)
  const canWrite = (column: string): boolean => columnOf(column)?.edit !== undefined
  const isGrid = createMemo(
    () => props.selection !== undefined || columns().some(({ edit }) => edit !== undefined),
  )
  const [table, setTable] = createSignal<HTMLTableElement>()
  const rowWindow = createRowWindow(() => table()?.tBodies[0], heights)
  const window = () => (props.height === undefined ? undefined : rowWindow)
  const grid = createGrid({
    rows: ids,
    columns: createMemo(() => [
      ...(props.selection ? [chooseColumn] : []),
      ...columns().map(({ id }) => id),
    ]),
    canWrite,
    root: table,
    page: () => window()?.page() ?? 10,
    reveal: (place) => window()?.reveal(place),
  })
  const field = createHeldField(table, ids)
  const shown = createShownRows({
    ids,
    window,
    stopRow: () => (isGrid() ? grid.stop().row : field.row()),
    root: table,
    onLost: () => (isGrid() ? grid.hold() : field.hold()),
  })
  const scroll = watchOverflow()
  /** What scrolls must be reached by keyboard; a grid scrolls by its cells. */
  const isStop = (): boolean => scroll.overflows() && !isGrid()

  const [said, setSaid] = createSignal('')
  const headOf = (column: string): string => columnOf(column)?.head ?? ''
  const widths = createColumnWidths(
    (id) => {
      const column = columnOf(id)
      return column ? widthOf(column, props.widths) : 0
    },
    (column, width) => {
      props.onWidth?.(column, width)
      setSaid(words().width(headOf(column), width))
    },
  )
  const total = () => columns().reduce((sum, { id }) => sum + widths.of(id), before())
  const before = () => (props.selection ? boxes : 0)
  const fixed = () => before() + widths.of(columns()[0]?.id ?? '')
  const isFixed = () => props.height !== undefined || props.onWidth !== undefined
  const sortBy = (sort: TableSort): void => {
    props.onSort?.(sort)
    const head = headOf(sort.column)
    setSaid(sort.direction === 'ascending' ? words().sortedUp(head) : words().sortedDown(head))
  }
  const rowChoice = createRowChoice(() => props.selection ?? nothingChosen, ids)
  const choice = () => (props.selection ? rowChoice : undefined)
  const acts: GridActs = {
    grid,
    canWrite,
    get choose() {
      return choice()
    },
    get widen() {
      return props.onWidth && ((column: string, by: number) => void widths.step(column, by))
    },
  }
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!props.onPasteCells || !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    const cell = event.target instanceof Element ? event.target.closest('td, th') : null
    const line = cell?.closest('tr')?.getAttribute('aria-rowindex')
    const place = cell instanceof HTMLTableCellElement ? cell.cellIndex : 0
    props.onPasteCells(text, {
      row: Math.max(0, Number(line ?? 2) - 2),
      column: columns()[place - (props.selection ? 1 : 0)]?.id ?? '',
    })
  }
  return (
    <div>
      <div class="ui-table-view" data-ahead={scroll.isAhead() ? '' : undefined}>
        <div
          ref={scroll.watch}
          class="ui-table-frame"
          tabIndex={isStop() ? 0 : undefined}
          role={isStop() ? 'group' : undefined}
          aria-label={isStop() ? props.label : undefined}
          data-wide={total() > 480 ? '' : undefined}
          data-windowed={window() ? '' : undefined}
          // Cells are brought into view beside what is fixed, not under it.
          style={{ 'max-height': props.height, 'scroll-padding-inline-start': `${fixed()}px` }}
        >
          <table
            ref={setTable}
            class="ui-table"
            role={isGrid() ? 'grid' : undefined}
            aria-label={props.label}
            aria-rowcount={props.rows.length + 1}
            aria-multiselectable={props.selection ? 'true' : undefined}
            data-grid={isGrid() ? '' : undefined}
            data-fixed={isFixed() ? '' : undefined}
            style={{ 'min-width': `${total()}px` }}
            onKeyDown={(event) => (isGrid() ? keyInGrid(acts, event) : moveInColumn(event))}
            onClick={(event) => isGrid() && pressInGrid(acts, event)}
            on:paste={paste}
          >
            <Show when={isFixed()}>
              <TableWidths
                columns={columns()}
                least={({ id }) => widths.of(id)}
                before={before()}
                given={props.widths}
              />
            </Show>
            <TableHead
              columns={columns()}
              least={({ id }) => widths.of(id)}
              isGrid={isGrid()}
              isStop={(column) => grid.stop().row === null && grid.stop().column === column}
              sort={props.sort ?? null}
              onSort={sortBy}
              widths={props.onWidth ? widths : undefined}
              chosen={choice()?.ofAll()}
              onChooseAll={() => choice()?.all()}
              hintId={hintId}
            />
            <tbody>
              <For each={shown.ids()}>
                {(id, at) => {
                  // Asked for once: asked for again by each cell, every change of the list would make the cells anew.
                  const row = entryOf(id)
                  return (
                    <>
                      <Gap height={shown.gapBefore(at())} />
                      <TableLine
                        id={id}
                        row={row}
                        place={() => shown.placeOf(id)}
                        columns={columns()}
                        grid={isGrid() ? grid : undefined}
                        chosen={props.selection?.chosen.has(id)}
                        nameOf={props.selection?.nameOf}
                        onChoose={(range) =>
                          range ? choice()?.rangeTo(id, grid.stop().row) : choice()?.turn(id)
                        }
                      />
                    </>
                  )
                }}
              </For>
              <Gap height={shown.gapBefore(shown.ids().length)} />
            </tbody>
          </table>
          <Show when={ids().length === 0 && props.empty}>
            <p class="ui-table-empty">{props.empty}</p>
          </Show>
        </div>
      </div>
      <Show when={props.selection}>
        {(selection) => (
          <BulkBar
            total={ids().length}
            chosen={selection().chosen.size}
            onClear={() => {
              choice()?.none()
              grid.go(grid.stop())
            }}
          >
            {selection().actions}
          </BulkBar>
        )}
      </Show>
      <span id={hintId} class="ui-hidden-text">
        {words().headHint}
      </span>
      <span class="ui-hidden-text" role="status">
        {said()}
      </span>
    </div>
  )
}

const nothingChosen = { chosen: new Set<string>(), onChange: () => undefined, nameOf: () => '' }

/** Stands for rows that are not drawn. */
function Gap(props: { readonly height: number }) {
  return (
    <Show when={props.height > 0}>
      <tr class="ui-table-gap" aria-hidden="true">
        <td style={{ height: `${props.height}px` }} />
      </tr>
    </Show>
  )
}
