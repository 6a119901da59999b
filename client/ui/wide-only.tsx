/** What a phone leaves out, because it has the same in its ThumbBar. */
import type { JSX } from 'solid-js'
import './shell.css'

export interface WideOnlyProps {
  readonly children: JSX.Element
}

export function WideOnly(props: WideOnlyProps) {
  return <div class="ui-wide-only ui-head-actions">{props.children}</div>
}
