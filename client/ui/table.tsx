/**
 * A semantic table that scrolls inside itself with its first column fixed. Cells are render functions, so they may be fields;
 * rows are kept by id, so a colleague's change never takes the focus away. Up, Down and Enter move within a column.
 * Not virtualised: for a brief's 500 rows at most.
 */
import { createMemo, For, type Accessor, type JSX } from 'solid-js'
import { createEntries } from './create-entries.ts'
import './table.css'

export interface TableColumn<Row> {
  readonly id: string
  readonly head: string
  readonly align?: 'start' | 'end' | undefined
  /** Least width in px. */
  readonly width?: number | undefined
  /** The cell is filled by its content, as InlineField wants it. */
  readonly fill?: boolean | undefined
  /** Said by screen readers only: for a column of buttons. */
  readonly hideHead?: boolean | undefined
  readonly cell: (row: Accessor<Row>, index: Accessor<number>) => JSX.Element
}

export interface TableProps<Row> {
  /** What the table is, for screen readers. */
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** Several cells pasted into one: the text as spreadsheets give it, with tabs and line breaks. */
  readonly onPasteCells?: ((text: string) => void) | undefined
}

export function Table<Row>(props: TableProps<Row>) {
  const entries = createEntries(
    () => props.rows,
    (row) => props.rowId(row),
  )
  // Asked for once, so that columns written in place do not remake every cell.
  const columns = createMemo(() => props.columns)
  const least = () => columns().reduce((sum, column) => sum + (column.width ?? 96), 0)
  return (
    <div class="ui-table-frame" data-wide={least() > 480 ? '' : undefined}>
      <table
        class="ui-table"
        aria-label={props.label}
        aria-rowcount={props.rows.length + 1}
        style={{ 'min-width': `${least()}px` }}
        onKeyDown={moveInColumn}
        on:paste={(event) => {
          const text = event.clipboardData?.getData('text/plain') ?? ''
          if (!props.onPasteCells || !/[\t\n]/.test(text.trimEnd())) return
          event.preventDefault()
          props.onPasteCells(text)
        }}
      >
        <thead>
          <tr>
            <For each={columns()}>
              {(column) => (
                <th
                  scope="col"
                  data-align={column.align}
                  style={{ 'min-width': `${column.width ?? 96}px` }}
                >
                  <span class={column.hideHead ? 'ui-hidden-text' : undefined}>{column.head}</span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={entries.ids()}>
            {(id, index) => {
              const row = entries.entryOf(id)
              return (
                <tr>
                  <For each={columns()}>
                    {(column, place) =>
                      place() === 0 ? (
                        <th
                          scope="row"
                          data-align={column.align}
                          data-fill={column.fill ? '' : undefined}
                        >
                          {column.cell(row, index)}
                        </th>
                      ) : (
                        <td data-align={column.align} data-fill={column.fill ? '' : undefined}>
                          {column.cell(row, index)}
                        </td>
                      )
                    }
                  </For>
                </tr>
              )
            }}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function moveInColumn(event: KeyboardEvent): void {
  const step =
    event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0
  const field = event.target
  // Enter and arrows belong to the input method while it composes, and to lists and buttons always.
  if (step === 0 || event.isComposing || event.altKey || !isText(field)) return
  if (event.key !== 'Enter' && isWithinLines(field, step)) return
  const cell = field.closest<HTMLTableCellElement>('td, th')
  const row = cell?.closest('tr')
  const next = step === 1 ? row?.nextElementSibling : row?.previousElementSibling
  const target = cell && next?.children[cell.cellIndex]?.querySelector('input, textarea')
  if (!isText(target)) return
  event.preventDefault()
  target.focus()
  target.select()
}

const isText = (target: unknown): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** In a text of several lines an arrow first goes to the text's own end. */
function isWithinLines(field: HTMLInputElement | HTMLTextAreaElement, step: -1 | 1): boolean {
  if (field instanceof HTMLInputElement) return false
  const line = Number.parseFloat(getComputedStyle(field).lineHeight)
  const isWhole = field.selectionStart === 0 && field.selectionEnd === field.value.length
  if (isWhole || !(field.clientHeight > 3 * line)) return false
  return step === 1 ? field.selectionEnd < field.value.length : field.selectionStart > 0
}
