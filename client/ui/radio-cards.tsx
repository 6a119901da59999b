/** One of two to five choices that each need a sentence: cards with the browser's own radio inside, so arrows go between them. */
import CircleAlert from 'lucide-solid/icons/circle-alert'
import { createUniqueId, For, Show } from 'solid-js'
import './field.css'
import './choice.css'

export interface RadioCard<Value extends string> {
  readonly value: Value
  readonly title: string
  readonly detail?: string | undefined
  /** At the end of the title's line: a price, a count of days. */
  readonly aside?: string | undefined
  readonly disabled?: boolean | undefined
}

export interface RadioCardsProps<Value extends string> {
  readonly label: string
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly cards: readonly RadioCard<Value>[]
  readonly value: Value | ''
  readonly onChange: (value: Value) => void
  readonly disabled?: boolean | undefined
}

export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const id = createUniqueId()
  const about = () =>
    [props.error ? `${id}-error` : '', props.help ? `${id}-help` : ''].filter(Boolean).join(' ')
  return (
    <div
      class="ui-field"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={about() || undefined}
      aria-invalid={props.error ? 'true' : undefined}
    >
      <span class="ui-field-label" id={`${id}-label`}>
        {props.label}
      </span>
      <div class="ui-cards">
        <For each={props.cards}>
          {(card) => (
            <label class="ui-card">
              <input
                type="radio"
                class="ui-radio"
                name={id}
                value={card.value}
                checked={card.value === props.value}
                disabled={props.disabled || card.disabled}
                onChange={() => props.onChange(card.value)}
              />
              <span class="ui-card-title">
                {card.title}
                <Show when={card.aside}>
                  <span class="ui-card-aside">{card.aside}</span>
                </Show>
              </span>
              <Show when={card.detail}>
                <span class="ui-card-detail">{card.detail}</span>
              </Show>
            </label>
          )}
        </For>
      </div>
      <Show when={props.error}>
        <p class="ui-field-error" id={`${id}-error`} role="alert">
          <CircleAlert size={14} aria-hidden="true" />
          {props.error}
        </p>
      </Show>
      <Show when={props.help}>
        <p class="ui-field-help" id={`${id}-help`}>
          {props.help}
        </p>
      </Show>
    </div>
  )
}
