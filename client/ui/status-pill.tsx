/** A state in one word on a pale ground, with a small shape before it. */
import type { JSX } from 'solid-js'
import type { Tone } from './toasts.ts'
import './status.css'

export interface StatusPillProps {
  readonly tone?: Tone | undefined
  readonly children: JSX.Element
}

export function StatusPill(props: StatusPillProps) {
  return (
    <span class="ui-pill" data-tone={props.tone ?? 'neutral'}>
      <i aria-hidden="true" />
      {props.children}
    </span>
  )
}
