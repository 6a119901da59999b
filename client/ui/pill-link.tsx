/** A state in one word that leads to what it is the state of. */
import type { JSX } from 'solid-js'
import type { Tone } from './toasts.ts'
import './status.css'

export interface PillLinkProps {
  readonly href: string
  readonly tone: Tone
  readonly children: JSX.Element
}

export function PillLink(props: PillLinkProps) {
  return (
    <a class="ui-pill-link" href={props.href}>
      <span class="ui-pill" data-tone={props.tone}>
        <i aria-hidden="true" />
        {props.children}
      </span>
    </a>
  )
}
