/** The actions of a page within reach of a thumb: at its lower edge on phones, nowhere else (desks have them in the head). */
import type { JSX } from 'solid-js'
import './shell.css'

export interface ThumbBarProps {
  readonly children: JSX.Element
}

export function ThumbBar(props: ThumbBarProps) {
  return <div class="ui-thumb-bar">{props.children}</div>
}
