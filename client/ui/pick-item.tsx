/** One of a PickList: its title, a line about it, and what else can be done with it. */
import { Show, type JSX } from 'solid-js'
import './pick-list.css'

export interface PickItemProps {
  readonly title: string
  readonly detail?: string | undefined
  readonly onPick: () => void
  /** A quiet button at its end. */
  readonly action?: JSX.Element
}

export function PickItem(props: PickItemProps) {
  return (
    <li class="ui-pick-item">
      <button type="button" onClick={() => props.onPick()}>
        <span>{props.title}</span>
        <Show when={props.detail}>
          <small>{props.detail}</small>
        </Show>
      </button>
      {props.action}
    </li>
  )
}
