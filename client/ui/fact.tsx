/** One line of a FactList. */
import { Show, type JSX } from 'solid-js'
import type { Tone } from './toasts.ts'
import './fact-list.css'
import './status.css'

export interface FactProps {
  readonly label: string
  readonly value: JSX.Element
  /** A dot before the value: how good this is. */
  readonly tone?: Tone | undefined
  readonly help?: JSX.Element
  readonly action?: JSX.Element
}

export function Fact(props: FactProps) {
  return (
    <div class="ui-fact">
      <dt>{props.label}</dt>
      <dd>
        <p class="ui-fact-value">
          <Show when={props.tone}>
            {(tone) => <i class="ui-dot" data-tone={tone()} aria-hidden="true" />}
          </Show>
          {props.value}
        </p>
        <Show when={props.help}>{(help) => <div class="ui-fact-help">{help()}</div>}</Show>
      </dd>
      <Show when={props.action}>{(action) => <dd class="ui-fact-action">{action()}</dd>}</Show>
    </div>
  )
}
