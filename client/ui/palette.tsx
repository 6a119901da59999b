/**
 * One line to type in, and below it groups of things to choose: arrows move, Enter chooses, Esc leaves. Nothing is chosen
 * while an input method composes. Full height on phones. What is offered is the caller's.
 */
import { Dialog as Kobalte } from '@kobalte/core/dialog'
import SearchIcon from 'lucide-solid/icons/search'
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  on,
  Show,
  type JSX,
} from 'solid-js'
import { createFocusReturn } from './create-focus-return.ts'
import { KeyHint } from './key-hint.tsx'
import './palette.css'
import { isComposing } from './is-composing.ts'

export interface PaletteItem {
  readonly id: string
  readonly icon?: (() => JSX.Element) | undefined
  readonly title: string
  /** A second line, such as the words around what was found. */
  readonly note?: JSX.Element | undefined
  /** Its shortcut, such as `G B`. */
  readonly keys?: string | undefined
  run(): void
}

export interface PaletteGroup {
  readonly label: string
  readonly items: readonly PaletteItem[]
}

export interface PaletteProps {
  /** Names it for screen readers. */
  readonly label: string
  readonly placeholder: string
  readonly typed: string
  readonly onType: (text: string) => void
  readonly groups: readonly PaletteGroup[]
  /** Said where there is nothing to choose. */
  readonly nothing: string
  /** Said where no more can be typed. */
  readonly full: (most: number) => string
  readonly closeLabel: string
  readonly onClose: () => void
}

/** UTF-16 units: a search is a few words, and what is longer was pasted by mistake. */
const most = 200

export function Palette(props: PaletteProps) {
  const id = createUniqueId()
  const focusReturn = createFocusReturn()
  const [at, setAt] = createSignal(0)
  const items = createMemo(() => props.groups.flatMap((group) => group.items))
  const current = (): PaletteItem | undefined => items()[Math.min(at(), items().length - 1)]
  createEffect(
    on(
      () => props.typed,
      () => setAt(0),
    ),
  )
  createEffect(() => {
    const shown = current()
    if (shown !== undefined)
      document.getElementById(`${id}-${shown.id}`)?.scrollIntoView({ block: 'nearest' })
  })
  const choose = (item: PaletteItem): void => {
    props.onClose()
    item.run()
  }
  const press = (event: KeyboardEvent): void => {
    if (isComposing(event)) return
    const count = items().length
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 8,
      PageUp: -8,
    }
    const step = steps[event.key]
    if (step !== undefined && count > 0) {
      const next = at() + step
      setAt(Math.abs(step) === 1 ? (next + count) % count : Math.max(0, Math.min(count - 1, next)))
    } else if (event.key === 'Enter') {
      const chosen = current()
      if (chosen !== undefined) choose(chosen)
    } else return
    event.preventDefault()
  }
  return (
    <Kobalte open onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="ui-veil" />
        <div class="ui-palette-place">
          <Kobalte.Content class="ui-palette" aria-label={props.label} {...focusReturn}>
            <div class="ui-palette-line">
              <SearchIcon size={18} aria-hidden="true" />
              <input
                type="search"
                role="combobox"
                aria-label={props.label}
                aria-expanded="true"
                aria-controls={id}
                aria-autocomplete="list"
                aria-activedescendant={
                  current() === undefined ? undefined : `${id}-${current()?.id}`
                }
                autocomplete="off"
                autocapitalize="off"
                spellcheck={false}
                enterkeyhint="go"
                maxlength={most}
                placeholder={props.placeholder}
                value={props.typed}
                onInput={(event) => props.onType(event.currentTarget.value)}
                onKeyDown={press}
              />
              <button type="button" class="ui-palette-close" onClick={() => props.onClose()}>
                {props.closeLabel}
              </button>
            </div>
            <div class="ui-palette-list" role="listbox" id={id} aria-label={props.label}>
              <For each={props.groups.filter((group) => group.items.length > 0)}>
                {(group) => (
                  <div role="group" aria-label={group.label}>
                    <div class="ui-palette-group" aria-hidden="true">
                      {group.label}
                    </div>
                    <For each={group.items}>
                      {(item) => (
                        <div
                          class="ui-palette-item"
                          role="option"
                          id={`${id}-${item.id}`}
                          aria-selected={current()?.id === item.id}
                          onPointerMove={() =>
                            setAt(items().findIndex((one) => one.id === item.id))
                          }
                          onClick={() => choose(item)}
                        >
                          <span class="ui-palette-icon" aria-hidden="true">
                            {item.icon?.()}
                          </span>
                          <span class="ui-palette-words">
                            <span class="ui-palette-title">{item.title}</span>
                            <Show when={item.note}>
                              <span class="ui-palette-note">{item.note}</span>
                            </Show>
                          </span>
                          <Show when={item.keys}>{(keys) => <KeyHint keys={keys()} />}</Show>
                        </div>
                      )}
                    </For>
                  </div>
                )}
              </For>
            </div>
            <p class="ui-palette-nothing" role="status">
              {props.typed.length >= most
                ? props.full(most)
                : items().length === 0
                  ? props.nothing
                  : ''}
            </p>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  )
}
