/** Shows the toasts, said politely by screen readers. One stands in the shell; the clock of a toast rests under a cursor or the focus. */
import X from 'lucide-solid/icons/x'
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { dismissToast, toasts, type Toast } from './toasts.ts'
import './status.css'
import './toast-region.css'

export interface ToastRegionProps {
  readonly label: string
  readonly closeLabel: string
}

export function ToastRegion(props: ToastRegionProps) {
  let cameFrom: EventTarget | null = null
  // The focus of whoever came to a toast goes back when that toast goes.
  createEffect(
    on(toasts, () => {
      if (cameFrom instanceof HTMLElement && document.activeElement === document.body)
        cameFrom.focus()
    }),
  )
  return (
    <div
      class="ui-toasts"
      role="region"
      aria-label={props.label}
      aria-live="polite"
      onFocusIn={(event) => {
        const from = event.relatedTarget
        if (!(from instanceof Node && event.currentTarget.contains(from))) cameFrom = from
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget !== null) cameFrom = null
      }}
    >
      <For each={toasts()}>
        {(toast) => <ToastLine toast={toast} closeLabel={props.closeLabel} />}
      </For>
    </div>
  )
}

function ToastLine(props: { readonly toast: Toast; readonly closeLabel: string }) {
  const [resting, setResting] = createSignal(false)
  createEffect(() => {
    if (resting()) return
    const timer = setTimeout(() => dismissToast(props.toast.id), props.toast.seconds * 1000)
    onCleanup(() => clearTimeout(timer))
  })
  return (
    <div
      class="ui-toast"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        dismissToast(props.toast.id)
      }}
      onPointerEnter={() => setResting(true)}
      onPointerLeave={() => setResting(false)}
      onFocusIn={() => setResting(true)}
      onFocusOut={() => setResting(false)}
    >
      <Show when={props.toast.tone !== 'neutral'}>
        <i class="ui-dot" data-tone={props.toast.tone} aria-hidden="true" />
      </Show>
      <p>{props.toast.text}</p>
      <Show when={props.toast.action}>
        {(action) => (
          <Button
            kind="quiet"
            onClick={() => {
              action().run()
              dismissToast(props.toast.id)
            }}
          >
            <span class="text-accent">{action().label}</span>
          </Button>
        )}
      </Show>
      <IconButton label={props.closeLabel} onClick={() => dismissToast(props.toast.id)}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
