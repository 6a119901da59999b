/** A page as high as the view: its head, and below it what scrolls inside itself. */
import type { JSX } from 'solid-js'
import './board.css'

export function Filled(props: { readonly children: JSX.Element }) {
  return <div class="ui-filled">{props.children}</div>
}
