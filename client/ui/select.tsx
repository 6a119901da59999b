/** One of a few fixed options, in the browser's own list (the best there is on phones). For long lists use a combobox instead. */
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For, Show } from 'solid-js'
import { Field, type FieldAround } from './field.tsx'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly disabled?: boolean | undefined
}

export interface SelectProps<Value extends string> extends FieldAround {
  readonly id?: string | undefined
  readonly value: Value | ''
  readonly options: readonly SelectOption<Value>[]
  readonly onChange: (value: Value) => void
  /** Shown while nothing is chosen. */
  readonly placeholder?: string | undefined
  readonly disabled?: boolean | undefined
  readonly onFocus?: (() => void) | undefined
  readonly onBlur?: (() => void) | undefined
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  return (
    <Field {...props}>
      {(wiring) => (
        <div class="ui-select">
          <select
            {...wiring}
            class="ui-input"
            disabled={props.disabled}
            onChange={(event) => {
              const chosen = props.options.find(
                (option) => option.value === event.currentTarget.value,
              )
              if (chosen) props.onChange(chosen.value)
            }}
            onFocus={() => props.onFocus?.()}
            onBlur={() => props.onBlur?.()}
          >
            <Show when={props.value === '' || props.placeholder}>
              <option value="" disabled selected={props.value === ''}>
                {props.placeholder}
              </option>
            </Show>
            <For each={props.options}>
              {(option) => (
                <option
                  value={option.value}
                  disabled={option.disabled}
                  selected={option.value === props.value}
                >
                  {option.label}
                </option>
              )}
            </For>
          </select>
          <ChevronDown size={16} aria-hidden="true" />
        </div>
      )}
    </Field>
  )
}
