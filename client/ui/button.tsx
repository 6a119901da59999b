/**
 * A button, or a link that looks like one (`href`). While `pending` it keeps its size, says it is busy and takes no second press.
 * Other attributes (aria-*, title, ref, autofocus, form) go through to the element.
 */
import { Show, splitProps, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import './button.css'

export type ButtonKind = 'primary' | 'normal' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<
  JSX.ButtonHTMLAttributes<HTMLButtonElement>,
  'class' | 'style'
> {
  readonly kind?: ButtonKind | undefined
  readonly pending?: boolean | undefined
  /** As wide as its column, for phones and dialogs. */
  readonly wide?: boolean | undefined
  /** Makes it a link to an address of the app. */
  readonly href?: string | undefined
}

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, [
    'kind',
    'pending',
    'wide',
    'href',
    'children',
    'type',
    'onClick',
  ])
  const press: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (own.pending) return event.preventDefault()
    if (typeof own.onClick === 'function') own.onClick(event)
  }
  return (
    <Dynamic
      component={own.href === undefined ? 'button' : 'a'}
      {...rest}
      class="ui-button"
      data-kind={own.kind ?? 'normal'}
      data-wide={own.wide ? '' : undefined}
      type={own.href === undefined ? (own.type ?? 'button') : undefined}
      href={own.href}
      aria-busy={own.pending ? 'true' : undefined}
      aria-disabled={own.pending ? 'true' : undefined}
      onClick={press}
    >
      <span class="ui-button-content">{own.children}</span>
      <Show when={own.pending}>
        <span class="ui-button-turning" aria-hidden="true" />
      </Show>
    </Dynamic>
  )
}
