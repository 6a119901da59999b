/** What stands in a rail below its head, with the rail's margins. */
import type { JSX } from 'solid-js'
import './rail-split.css'

export interface RailBodyProps {
  readonly children: JSX.Element
}

export function RailBody(props: RailBodyProps) {
  return <div class="ui-rail-body">{props.children}</div>
}
