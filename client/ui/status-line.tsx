/** One quiet line with a coloured dot: where work is. Announced when its sentence changes. */
import type { Tone } from './toasts.ts'
import './status.css'

export interface StatusLineProps {
  readonly tone: Tone
  readonly text: string
}

export function StatusLine(props: StatusLineProps) {
  return (
    <div class="ui-status" role="status">
      <i class="ui-dot" data-tone={props.tone} aria-hidden="true" />
      <span>{props.text}</span>
    </div>
  )
}
