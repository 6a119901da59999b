/** A page's one primary action where a thumb reaches it: a bar at the foot of the page, on phones only. */
import type { JSX } from 'solid-js'
import './shell.css'

export interface ThumbBarProps {
  readonly children: JSX.Element
}

export function ThumbBar(props: ThumbBarProps) {
  return <div class="ui-thumb-bar">{props.children}</div>
}
