/** The line below a list or table that adds to it: a quiet button aligned with the rows, and what else brings rows. */
import type { JSX } from 'solid-js'
import './layout.css'

export interface AddLineProps {
  readonly children: JSX.Element
}

export function AddLine(props: AddLineProps) {
  return <div class="ui-add">{props.children}</div>
}
