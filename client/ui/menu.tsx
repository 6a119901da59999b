/** A button that opens a short list of actions; arrows, typing a letter, Esc. Shortcuts are shown, not bound. Loaded lazily where it can wait. */
import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { For, Show, type JSX } from 'solid-js'
import './button.css'
import './menu.css'

export interface MenuAction {
  readonly kind?: 'action' | undefined
  readonly label: string
  readonly onSelect: () => void
  readonly icon?: (() => JSX.Element) | undefined
  readonly shortcut?: string | undefined
  readonly tone?: 'bad' | undefined
  readonly disabled?: boolean | undefined
}

export interface MenuLine {
  readonly kind: 'line'
}

export interface MenuProps {
  /** Said by screen readers when the trigger shows only an icon. */
  readonly label: string
  readonly items: readonly (MenuAction | MenuLine)[]
  readonly kind?: 'quiet' | 'normal' | undefined
  /** `square` when the trigger is one icon. */
  readonly shape?: 'square' | undefined
  /** What stands on the trigger. */
  readonly children: JSX.Element
}

export function Menu(props: MenuProps) {
  return (
    <DropdownMenu gutter={4} placement="bottom-end">
      <DropdownMenu.Trigger
        class="ui-button"
        data-kind={props.kind ?? 'quiet'}
        data-square={props.shape ? '' : undefined}
        aria-label={props.label}
        title={props.label}
      >
        {props.children}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="ui-menu">
          <For each={props.items}>
            {(item) =>
              item.kind === 'line' ? (
                <DropdownMenu.Separator as="div" class="ui-menu-line" />
              ) : (
                <DropdownMenu.Item
                  class="ui-menu-item"
                  data-tone={item.tone}
                  disabled={item.disabled ?? false}
                  onSelect={() => item.onSelect()}
                >
                  {item.icon?.()}
                  {item.label}
                  <Show when={item.shortcut}>
                    <kbd>{item.shortcut}</kbd>
                  </Show>
                </DropdownMenu.Item>
              )
            }
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}
