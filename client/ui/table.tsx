/**
 * A semantic table that scrolls inside itself with its first column fixed. Rows are kept by id, so a colleague's change never takes
 * the focus away. Cells may be fields, gone through with Up, Down and Enter; or, once cells can be written in or rows chosen, it is a
 * grid with one tab stop, gone through by arrows. With a `height` only rows near the view are drawn: ten thousand cost what thirty do.
 */
import { createMemo, createSignal, createUniqueId, For, onCleanup, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { BulkBar } from './bulk-bar.tsx'
import { chooseRange, turnAll, turnRow } from './choose-rows.ts'
import { createColumnWidths } from './create-column-widths.ts'
import { createEntries } from './create-entries.ts'
import { createGrid } from './create-grid.ts'
import { createRowWindow, idsInView, sameIds } from './create-row-window.ts'
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
import { uiWords } from './words.ts'
import './table.css'

export interface TableProps<Row> {
  /** What the table is, for screen readers. */
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  /** In the order they are shown in: the owner sorts. */
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** Several cells pasted into one: the text as spreadsheets give it, with tabs and line breaks. */
  readonly onPasteCells?: ((text: string) => void) | undefined
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

export function Table<Row>(props: TableProps<Row>) {
  const words = useWords(uiWords)
  const hintId = createUniqueId()
  const entries = createEntries(
    () => props.rows,
    (row) => props.rowId(row),
  )
  const { ids } = entries
  // Asked for once, so that columns written in place do not remake every cell.
  const columns = createMemo(() => props.columns)
  const [table, setTable] = createSignal<HTMLTableElement>()
  const window = createRowWindow(() => table()?.tBodies[0], heights)
  const isWindowed = (): boolean => props.height !== undefined
  const canWrite = (column: string): boolean =>
    columns().find(({ id }) => id === column)?.edit !== undefined
  const isGrid = createMemo(
    () => props.selection !== undefined || columns().some(({ edit }) => edit !== undefined),
  )
  const grid = createGrid({
    rows: ids,
    columns: createMemo(() => [
      ...(props.selection ? [chooseColumn] : []),
      ...columns().map(({ id }) => id),
    ]),
    canWrite,
    root: table,
    page: () => (isWindowed() ? window.page() : 10),
    reveal: (place) => isWindowed() && window.reveal(place),
  })
  const places = createMemo(() => new Map(ids().map((id, place) => [id, place])))
  const placeOf = (id: string | null): number => (id === null ? -1 : (places().get(id) ?? -1))
  const shown = createMemo(
    () => (isWindowed() ? idsInView(ids(), window.range(), placeOf(grid.stop().row)) : ids()),
    [],
    { equals: sameIds },
  )
  /** px of the rows that are left out before the row at `at`, or at the end. */
  const gapBefore = (at: number): number => {
    const id = shown()[at]
    const place = id === undefined ? ids().length : placeOf(id)
    return (place - placeOf(shown()[at - 1] ?? null) - 1) * window.height()
  }

  const [scrolls, setScrolls] = createSignal(false)
  const watchWidth = (frame: HTMLElement): void => {
    const sizes = new ResizeObserver(() => setScrolls(frame.scrollWidth > frame.clientWidth))
    sizes.observe(frame)
    onCleanup(() => sizes.disconnect())
  }
  const [said, setSaid] = createSignal('')
  const headOf = (column: string): string => columns().find(({ id }) => id === column)?.head ?? ''
  const least = (column: TableColumn<Row>): number =>
    props.onWidth ? widths.of(column.id) : widthOf(column, props.widths)
  const widths = createColumnWidths(
    (id) => {
      const column = columns().find((one) => one.id === id)
      return column ? widthOf(column, props.widths) : 96
    },
    (column, width) => {
      props.onWidth?.(column, width)
      setSaid(words().width(headOf(column), width))
    },
  )
  /** The column that takes what is left: the widest, or the last where people gave that one a width. */
  const roomy = createMemo(() => {
    const widest = columns().reduce<TableColumn<Row> | undefined>(
      (most, column) =>
        most === undefined || widthOf(column, undefined) > widthOf(most, undefined) ? column : most,
      undefined,
    )
    return widest && props.widths?.[widest.id] === undefined ? widest.id : columns().at(-1)?.id
  })
  const total = () =>
    columns().reduce((sum, column) => sum + least(column), props.selection ? 44 : 0)

  let turned: string | null = null
  const choose = (): GridActs['choose'] => {
    const { selection } = props
    return (
      selection && {
        turn: (row) => {
          turned = row
          selection.onChange(turnRow(selection.chosen, row))
        },
        rangeTo: (row) => {
          turned ??= grid.stop().row
          selection.onChange(chooseRange(selection.chosen, ids(), turned, row))
        },
        all: () => selection.onChange(turnAll(selection.chosen, ids())),
        none: () => {
          const any = selection.chosen.size > 0
          if (any) selection.onChange(new Set())
          return any
        },
      }
    )
  }
  const acts: GridActs = {
    grid,
    canWrite,
    get choose() {
      return choose()
    },
    get widen() {
      return props.onWidth && ((column: string, by: number) => void widths.step(column, by))
    },
  }
  const chosenOfAll = () => {
    const count = props.selection?.chosen.size
    if (count === undefined) return undefined
    return count === 0 ? 'none' : count >= ids().length ? 'all' : 'some'
  }
  const sortBy = (sort: TableSort): void => {
    props.onSort?.(sort)
    const head = headOf(sort.column)
    setSaid(sort.direction === 'ascending' ? words().sortedUp(head) : words().sortedDown(head))
  }
  return (
    <div class="ui-table-whole">
      <div
        ref={watchWidth}
        class="ui-table-frame"
        // What scrolls must be reached by keyboard; a grid scrolls by its cells.
        tabIndex={scrolls() && !isGrid() ? 0 : undefined}
        role={scrolls() && !isGrid() ? 'group' : undefined}
        aria-label={scrolls() && !isGrid() ? props.label : undefined}
        data-wide={total() > 480 ? '' : undefined}
        data-windowed={isWindowed() ? '' : undefined}
        style={{ 'max-height': props.height }}
      >
        <table
          ref={setTable}
          class="ui-table"
          role={isGrid() ? 'grid' : undefined}
          aria-label={props.label}
          aria-rowcount={props.rows.length + 1}
          aria-multiselectable={props.selection ? 'true' : undefined}
          data-grid={isGrid() ? '' : undefined}
          data-fixed={isWindowed() || props.onWidth ? '' : undefined}
          style={{ 'min-width': `${total()}px` }}
          onKeyDown={(event) => (isGrid() ? keyInGrid(acts, event) : moveInColumn(event))}
          onClick={(event) => isGrid() && pressInGrid(acts, event)}
          on:paste={(event) => {
            const text = event.clipboardData?.getData('text/plain') ?? ''
            if (!props.onPasteCells || !/[\t\n]/.test(text.trimEnd())) return
            event.preventDefault()
            props.onPasteCells(text)
          }}
        >
          <Show when={isWindowed() || props.onWidth}>
            <colgroup>
              <Show when={props.selection}>
                <col style={{ width: '44px' }} />
              </Show>
              <For each={columns()}>
                {(column) => (
                  <col
                    style={{
                      width: column.id === roomy() ? undefined : `${least(column)}px`,
                    }}
                  />
                )}
              </For>
            </colgroup>
          </Show>
          <TableHead
            columns={columns()}
            least={least}
            isGrid={isGrid()}
            isStop={(column) => grid.stop().row === null && grid.stop().column === column}
            sort={props.sort ?? null}
            onSort={sortBy}
            widths={props.onWidth ? widths : undefined}
            chosen={chosenOfAll()}
            onChooseAll={() => acts.choose?.all()}
            hintId={hintId}
          />
          <tbody>
            <For each={shown()}>
              {(id, at) => (
                <>
                  <Show when={gapBefore(at()) > 0}>
                    <Gap height={gapBefore(at())} />
                  </Show>
                  <TableLine
                    id={id}
                    row={entries.entryOf(id)}
                    place={() => placeOf(id)}
                    columns={columns()}
                    grid={isGrid() ? grid : undefined}
                    chosen={props.selection?.chosen.has(id)}
                    nameOf={props.selection?.nameOf}
                    onChoose={() => acts.choose?.turn(id)}
                  />
                </>
              )}
            </For>
            <Show when={gapBefore(shown().length) > 0}>
              <Gap height={gapBefore(shown().length)} />
            </Show>
          </tbody>
        </table>
        <Show when={ids().length === 0 && props.empty}>
          <p class="ui-table-empty">{props.empty}</p>
        </Show>
      </div>
      <Show when={props.selection}>
        {(selection) => (
          <BulkBar
            count={selection().chosen.size}
            onClear={() => {
              acts.choose?.none()
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

/** Stands for rows that are not drawn. */
function Gap(props: { readonly height: number }) {
  return (
    <tr class="ui-table-gap" aria-hidden="true">
      <td style={{ height: `${props.height}px` }} />
    </tr>
  )
}
