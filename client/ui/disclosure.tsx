/** Something few people need, folded behind a line that says for whom it is. */
import ChevronRight from 'lucide-solid/icons/chevron-right'
import type { JSX } from 'solid-js'
import './layout.css'

export function Disclosure(props: { readonly label: string; readonly children: JSX.Element }) {
  return (
    <details class="ui-disclosure">
      <summary>
        <ChevronRight size={16} aria-hidden="true" />
        {props.label}
      </summary>
      <div>{props.children}</div>
    </details>
  )
}
