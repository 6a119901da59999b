/** Turns something on or off at once, with nothing to submit. Label first, the switch at the end of its line, as on phones. */
import { createUniqueId, Show } from 'solid-js'
import './choice.css'

export interface SwitchFieldProps {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly help?: string | undefined
  readonly disabled?: boolean | undefined
}

export function SwitchField(props: SwitchFieldProps) {
  const id = createUniqueId()
  return (
    <label class="ui-switch">
      <span>
        <span id={`${id}-label`}>{props.label}</span>
        <Show when={props.help}>
          <span class="ui-switch-help" id={`${id}-help`}>
            {props.help}
          </span>
        </Show>
      </span>
      <input
        type="checkbox"
        role="switch"
        class="ui-switch-track"
        checked={props.on}
        disabled={props.disabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={props.help ? `${id}-help` : undefined}
        onChange={(event) => {
          props.onChange(event.currentTarget.checked)
          event.currentTarget.checked = props.on
        }}
      />
    </label>
  )
}
