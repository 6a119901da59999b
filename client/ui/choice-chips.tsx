/** Any number of a few choices, each a button that is pressed or not. A check beside the word, so colour is never alone. */
import Check from 'lucide-solid/icons/check'
import { createUniqueId, For, Show, type JSX } from 'solid-js'
import { PresenceRing, type PresenceMark } from './presence-ring.tsx'
import './field.css'
import './choice-chips.css'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly detail?: string | undefined
  readonly disabled?: boolean | undefined
}

export interface ChoiceChipsProps<Value extends string> {
  readonly label: string
  readonly hideLabel?: boolean | undefined
  /** The label before the choices: in a column of labels, or running on with other short groups. */
  readonly inline?: 'column' | 'flow' | undefined
  readonly help?: string | undefined
  readonly choices: readonly Choice<Value>[]
  readonly chosen: readonly Value[]
  readonly onToggle: (value: Value, chosen: boolean) => void
  readonly disabled?: boolean | undefined
  readonly presence?: PresenceMark | undefined
  /** After the last choice: the way to more of them. */
  readonly children?: JSX.Element
}

export function ChoiceChips<Value extends string>(props: ChoiceChipsProps<Value>) {
  const id = createUniqueId()
  return (
    <div
      class="ui-field"
      data-inline={props.inline}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={props.help ? `${id}-help` : undefined}
    >
      <span id={`${id}-label`} class={props.hideLabel ? 'ui-hidden-text' : 'ui-field-label'}>
        {props.label}
      </span>
      <PresenceRing who={props.presence}>
        <div class="ui-chips-row">
          <For each={props.choices}>
            {(choice) => {
              const isChosen = () => props.chosen.includes(choice.value)
              return (
                <button
                  type="button"
                  class="ui-chip"
                  aria-pressed={isChosen()}
                  disabled={props.disabled || choice.disabled}
                  onClick={() => props.onToggle(choice.value, !isChosen())}
                >
                  <Show when={isChosen()}>
                    <Check size={14} aria-hidden="true" />
                  </Show>
                  {choice.label}
                  <Show when={choice.detail}>
                    <span class="ui-chip-detail">{choice.detail}</span>
                  </Show>
                </button>
              )
            }}
          </For>
          {props.children}
        </div>
      </PresenceRing>
      <Show when={props.help}>
        <p class="ui-field-help" id={`${id}-help`}>
          {props.help}
        </p>
      </Show>
    </div>
  )
}
