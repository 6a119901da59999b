/**
 * A dialog in the middle on desks; on phones a sheet from below that is pulled down by its head. Holds the focus; Esc and a press
 * outside close it.
 * Load it with its feature: `later(async () => (await import('#client/ui/dialog.tsx')).Dialog)`.
 */
import { Dialog as Kobalte } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { Show, type JSX } from 'solid-js'
import { createFocusReturn } from './create-focus-return.ts'
import { createSheetDrag } from './create-sheet-drag.ts'
import { IconButton } from './icon-button.tsx'
import { watchScrolledText } from './watch-scrolled-text.ts'
import './overlay.css'

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: string | undefined
  /** The word of the closing cross. */
  readonly closeLabel: string
  /** `broad` is for a table; `side` stands at the right edge on desks and keeps the page readable beside it. */
  readonly size?: 'normal' | 'wide' | 'broad' | 'side' | undefined
  /** Buttons below a hairline, the primary one last. */
  readonly actions?: JSX.Element
  readonly children: JSX.Element
}

export function Dialog(props: DialogProps) {
  const focusReturn = createFocusReturn()
  const drag = createSheetDrag('.ui-dialog', () => props.onOpenChange(false))
  return (
    <Kobalte open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="ui-veil" />
        <div class="ui-overlay" data-side={props.size === 'side' ? '' : undefined}>
          <Kobalte.Content class="ui-dialog" data-size={props.size} {...focusReturn}>
            <header class="ui-dialog-head" onPointerDown={drag}>
              <span class="ui-dialog-handle" aria-hidden="true" />
              <div>
                <Kobalte.Title class="ui-dialog-title">{props.title}</Kobalte.Title>
                <Show when={props.description}>
                  <Kobalte.Description class="ui-dialog-description">
                    {props.description}
                  </Kobalte.Description>
                </Show>
              </div>
            </header>
            <DialogBody>{props.children}</DialogBody>
            <Show when={props.actions}>
              {(actions) => <footer class="ui-dialog-actions">{actions()}</footer>}
            </Show>
            {/* Last, so that the first field has the focus and not the way out. */}
            <div class="ui-dialog-close">
              <IconButton label={props.closeLabel} onClick={() => props.onOpenChange(false)}>
                <X size={18} aria-hidden="true" />
              </IconButton>
            </div>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  )
}

function DialogBody(props: { readonly children: JSX.Element }) {
  const [isScrolledText, watch] = watchScrolledText()
  return (
    <div class="ui-dialog-body" ref={watch} tabindex={isScrolledText() ? 0 : undefined}>
      {props.children}
    </div>
  )
}
