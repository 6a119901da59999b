/** Wraps a field and outlines it in the colour of whoever else is in it, with their name. Its content never moves or remounts. */
import { Show, type JSX } from 'solid-js'
import './presence-ring.css'

export interface PresenceMark {
  /** What the tag says, already a phrase in the reader's language: `Julia 正在编辑`. */
  readonly label: string
  /** From `personColor(id)`. */
  readonly color: string
}

export interface PresenceRingProps {
  readonly who?: PresenceMark | undefined
  readonly children: JSX.Element
}

export function PresenceRing(props: PresenceRingProps) {
  return (
    <div
      class="ui-presence"
      data-present={props.who ? '' : undefined}
      style={{ '--person': props.who?.color }}
    >
      {props.children}
      <Show when={props.who}>{(who) => <span class="ui-presence-name">{who().label}</span>}</Show>
    </div>
  )
}
