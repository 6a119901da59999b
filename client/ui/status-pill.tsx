/** A state in one word on a pale ground, with a small shape before it. `plain` leaves the shape out, for codes and marks. */
import { Show, type JSX } from 'solid-js'
import type { Tone } from './toasts.ts'
import './status.css'

export interface StatusPillProps {
  readonly tone?: Tone | 'accent' | undefined
  readonly plain?: boolean | undefined
  readonly children: JSX.Element
}

export function StatusPill(props: StatusPillProps) {
  return (
    <span class="ui-pill" data-tone={props.tone ?? 'neutral'}>
      <Show when={!props.plain}>
        <i aria-hidden="true" />
      </Show>
      {props.children}
    </span>
  )
}
