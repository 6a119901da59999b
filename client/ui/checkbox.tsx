/** One thing that is so or is not. `mixed` stands for some of many; a press on it says yes to all. */
import { createEffect, createUniqueId, Show } from 'solid-js'
import './choice.css'

export interface CheckboxProps {
  readonly label: string
  /** For screen readers only, as in a table's column of them. */
  readonly hideLabel?: boolean | undefined
  readonly checked: boolean
  readonly mixed?: boolean | undefined
  readonly onChange: (checked: boolean) => void
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly disabled?: boolean | undefined
  readonly tabIndex?: 0 | -1 | undefined
}

export function Checkbox(props: CheckboxProps) {
  const id = createUniqueId()
  let box: HTMLInputElement | undefined
  createEffect(() => {
    if (box) box.indeterminate = props.mixed === true
  })
  const about = () =>
    [props.error ? `${id}-error` : '', props.help ? `${id}-help` : ''].filter(Boolean).join(' ')
  return (
    <div class="ui-check">
      <label class="ui-check-line">
        <input
          ref={(element) => (box = element)}
          type="checkbox"
          class="ui-check-box"
          checked={props.checked}
          disabled={props.disabled}
          tabIndex={props.tabIndex}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={about() || undefined}
          onChange={(event) => {
            const wanted = event.currentTarget.checked
            props.onChange(wanted)
            // The owner decides; what it did not take is not shown.
            event.currentTarget.checked = props.checked
            event.currentTarget.indeterminate = props.mixed === true
          }}
        />
        <span class={props.hideLabel ? 'ui-hidden-text' : undefined}>{props.label}</span>
      </label>
      <Show when={props.error}>
        <p class="ui-choice-error" id={`${id}-error`} role="alert">
          {props.error}
        </p>
      </Show>
      <Show when={props.help}>
        <p class="ui-choice-help" id={`${id}-help`}>
          {props.help}
        </p>
      </Show>
    </div>
  )
}
