/** A page with a rail of 320 px at its end, each scrolling by itself; without a rail the page has all the room. */
import { Show, type JSX } from 'solid-js'
import './rail-split.css'

export interface RailSplitProps {
  readonly open: boolean
  /** Names the rail for screen readers. */
  readonly railLabel: string
  readonly rail: JSX.Element
  readonly children: JSX.Element
}

export function RailSplit(props: RailSplitProps) {
  return (
    <div class="ui-rail-split" data-rail={props.open ? '' : undefined}>
      <div class="ui-rail-split-page">{props.children}</div>
      <Show when={props.open}>
        <aside class="ui-rail" aria-label={props.railLabel}>
          {props.rail}
        </aside>
      </Show>
    </div>
  )
}
