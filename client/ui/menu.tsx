/**
 * A button that opens a list of things to do, with their keys beside them; typed beginnings, arrows, Home and End go through it.
 * On phones the list comes up from below. `Menu` knows what may be done, its owner does it.
 */
import { DropdownMenu as Kobalte } from '@kobalte/core/dropdown-menu'
import Check from 'lucide-solid/icons/check'
import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { KeyHint } from './key-hint.tsx'
import './button.css'
import './menu.css'

export type MenuEntry =
  | {
      readonly kind: 'action'
      readonly label: string
      readonly onSelect: () => void
      readonly icon?: (() => JSX.Element) | undefined
      /** As it stands on keys: `E`, `⌘ K`. */
      readonly keys?: string | undefined
      readonly danger?: boolean | undefined
      readonly disabled?: boolean | undefined
    }
  | {
      readonly kind: 'choice'
      readonly label: string
      readonly checked: boolean
      readonly onChange: (checked: boolean) => void
    }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'divider' }

export interface MenuProps {
  /** Names the button where it shows only an icon. */
  readonly label: string
  /** What the button shows; an icon makes it square. */
  readonly children: JSX.Element
  readonly square?: boolean | undefined
  readonly kind?: 'normal' | 'quiet' | undefined
  readonly disabled?: boolean | undefined
  readonly entries: readonly MenuEntry[]
}

export function Menu(props: MenuProps) {
  return (
    <Kobalte gutter={4} placement="bottom-start" modal={false}>
      <Kobalte.Trigger
        class="ui-button"
        data-kind={props.kind ?? 'quiet'}
        data-square={props.square ? '' : undefined}
        aria-label={props.square ? props.label : undefined}
        title={props.square ? props.label : undefined}
        disabled={props.disabled}
      >
        {props.children}
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class="ui-menu" aria-label={props.label}>
          <For each={props.entries}>{(entry) => <MenuLine entry={entry} />}</For>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  )
}

function MenuLine(props: { readonly entry: MenuEntry }) {
  const as = <Kind extends MenuEntry['kind']>(kind: Kind) =>
    props.entry.kind === kind ? (props.entry as Extract<MenuEntry, { kind: Kind }>) : undefined
  return (
    <Switch>
      <Match when={as('action')}>
        {(entry) => (
          <Kobalte.Item
            class="ui-menu-item"
            data-danger={entry().danger ? '' : undefined}
            disabled={entry().disabled ?? false}
            textValue={entry().label}
            onSelect={() => entry().onSelect()}
          >
            <span class="ui-menu-icon">{entry().icon?.()}</span>
            <span class="ui-menu-label">{entry().label}</span>
            <Show when={entry().keys}>{(keys) => <KeyHint keys={keys()} />}</Show>
          </Kobalte.Item>
        )}
      </Match>
      <Match when={as('choice')}>
        {(entry) => (
          <Kobalte.CheckboxItem
            class="ui-menu-item"
            checked={entry().checked}
            closeOnSelect={false}
            textValue={entry().label}
            onChange={(checked) => entry().onChange(checked)}
          >
            <span class="ui-menu-icon">
              <Kobalte.ItemIndicator>
                <Check size={16} aria-hidden="true" />
              </Kobalte.ItemIndicator>
            </span>
            <span class="ui-menu-label">{entry().label}</span>
          </Kobalte.CheckboxItem>
        )}
      </Match>
      <Match when={as('heading')}>
        {(entry) => (
          <div class="ui-menu-heading" role="presentation">
            {entry().label}
          </div>
        )}
      </Match>
      <Match when={as('divider')}>
        <Kobalte.Separator class="ui-menu-divider" />
      </Match>
    </Switch>
  )
}
