/** The cells of one row of a list beside each other, wrapping where there is no room; each is a LabeledCell. */
import type { JSX } from 'solid-js'
import './cells.css'

export interface CellRowProps {
  readonly children: JSX.Element
}

export function CellRow(props: CellRowProps) {
  return <div class="ui-cells">{props.children}</div>
}
