/** One quiet line with a coloured dot: where work is. Announced when its sentence changes, not when `age` moves on. */
import { Show, type JSX } from 'solid-js'
import type { Tone } from './toasts.ts'
import './status.css'

export interface StatusLineProps {
  readonly tone: Tone
  readonly text: string
  /** How old the oldest of it is. */
  readonly age?: JSX.Element
  /** Makes the sentence a button that says more. */
  readonly onPress?: (() => void) | undefined
}

export function StatusLine(props: StatusLineProps) {
  return (
    <div class="ui-status">
      <i class="ui-dot" data-tone={props.tone} aria-hidden="true" />
      <span>
        <span role="status">
          <Show when={props.onPress} fallback={props.text}>
            {(press) => (
              <button type="button" class="ui-status-more" onClick={() => press()()}>
                {props.text}
              </button>
            )}
          </Show>
        </span>
        <Show when={props.age}>{(age) => <span class="ui-status-age">{age()}</span>}</Show>
      </span>
    </div>
  )
}
