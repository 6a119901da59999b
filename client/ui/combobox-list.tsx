/** The list under a combobox: options, one to make what was typed, and what else there is to say. The focus stays in the input. */
import Check from 'lucide-solid/icons/check'
import Plus from 'lucide-solid/icons/plus'
import { createEffect, For, onCleanup, onMount, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Searchable } from './match-options.ts'
import { placeBeside } from './place-beside.ts'
import { uiWords } from './words.ts'

export interface ComboboxOption extends Searchable {
  readonly value: string
  /** A second, quiet text at the end of its line. */
  readonly detail?: string | undefined
  readonly disabled?: boolean | undefined
}

export interface ComboboxListProps {
  readonly id: string
  readonly label: string
  readonly anchor: HTMLElement
  readonly options: readonly ComboboxOption[]
  readonly more: number
  readonly madeName: string | null
  readonly looking?: boolean | undefined
  readonly value: string
  readonly active: number
  readonly onPoint: (at: number) => void
  readonly onTake: (at: number) => void
}

export function ComboboxList(props: ComboboxListProps) {
  const words = useWords(uiWords)
  let popup: HTMLDivElement | undefined
  onMount(() => {
    if (popup) onCleanup(placeBeside(props.anchor, popup, { gap: 4, sameWidth: true }))
  })
  createEffect(() => {
    popup?.querySelector(`#${CSS.escape(`${props.id}-${props.active}`)}`)?.scrollIntoView({
      block: 'nearest',
    })
  })
  const isEmpty = () => props.options.length === 0 && props.madeName === null
  return (
    <div
      ref={(element) => (popup = element)}
      class="ui-combobox-popup"
      popover="manual"
      // A press on the list leaves the caret where it is.
      onMouseDown={(event) => event.preventDefault()}
    >
      <ul class="ui-options" id={props.id} role="listbox" aria-label={props.label}>
        <For each={props.options}>
          {(option, at) => (
            <li
              id={`${props.id}-${at()}`}
              class="ui-option"
              role="option"
              aria-selected={option.value === props.value}
              aria-disabled={option.disabled ? 'true' : undefined}
              data-active={at() === props.active ? '' : undefined}
              onPointerMove={() => props.active !== at() && props.onPoint(at())}
              onClick={() => props.onTake(at())}
            >
              <span class="ui-option-label" dir="auto">
                {option.label}
              </span>
              <Show when={option.detail}>
                <span class="ui-option-detail">{option.detail}</span>
              </Show>
              <Show when={option.value === props.value}>
                <Check size={16} aria-hidden="true" />
              </Show>
            </li>
          )}
        </For>
        <Show when={props.madeName}>
          {(name) => (
            <li
              id={`${props.id}-${props.options.length}`}
              class="ui-option"
              role="option"
              aria-selected="false"
              data-active={props.options.length === props.active ? '' : undefined}
              onPointerMove={() => props.onPoint(props.options.length)}
              onClick={() => props.onTake(props.options.length)}
            >
              <Plus size={16} aria-hidden="true" />
              <span class="ui-option-label">{words().make(name())}</span>
            </li>
          )}
        </Show>
      </ul>
      <Show when={props.looking || isEmpty() || props.more > 0}>
        <p class="ui-options-note">
          {props.looking
            ? words().looking
            : isEmpty()
              ? words().noMatch
              : words().moreMatches(props.more)}
        </p>
      </Show>
    </div>
  )
}
