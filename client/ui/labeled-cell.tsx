/** A cell of a CellRow under a small label; the control inside says its name to screen readers by itself. */
import { Show, type JSX } from 'solid-js'
import './cells.css'

export interface LabeledCellProps {
  /** Empty where the list's own name says it. */
  readonly label: string
  /** Named in every row, not in the first alone: where cells wrap. */
  readonly named?: boolean | undefined
  /** How wide beside the others, 1 when left out. */
  readonly wide?: number | undefined
  readonly children: JSX.Element
}

export function LabeledCell(props: LabeledCellProps) {
  return (
    <div
      class="ui-cell"
      data-named={props.named ? '' : undefined}
      style={{ '--wide': `${props.wide ?? 1}` }}
    >
      <Show when={props.label}>
        <span class="ui-cell-label" aria-hidden="true">
          {props.label}
        </span>
      </Show>
      {props.children}
    </div>
  )
}
