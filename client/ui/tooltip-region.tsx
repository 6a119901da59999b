/**
 * Shows the `title` of whatever is pointed at or reached by keyboard, with its keys (`aria-keyshortcuts`), in the app's own look:
 * one for the whole page, so parts only say `title`, and browsers that load this late show their own hint until then.
 * Esc takes it away; it stays while the pointer is on it.
 */
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { KeyHint } from './key-hint.tsx'
import { placeBeside } from './place-beside.ts'
import './tooltip-region.css'

interface Tip {
  readonly text: string
  readonly keys: string | null
}

/** ms before the first one; the next follow at once, while `warm` ms have not passed since. */
const delay = 500
const warm = 300

export function TooltipRegion() {
  const [tip, setTip] = createSignal<Tip | null>(null)
  let box: HTMLDivElement | undefined
  let owner: HTMLElement | null = null
  let remove: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let goneAt = Number.NEGATIVE_INFINITY

  const hide = (): void => {
    clearTimeout(timer)
    remove?.()
    remove = undefined
    if (tip() !== null) goneAt = performance.now()
    setTip(null)
    const text = owner?.dataset.title
    if (owner && text !== undefined) {
      owner.setAttribute('title', text)
      delete owner.dataset.title
    }
    owner = null
  }
  const show = (of: HTMLElement): void => {
    const text = of.dataset.title ?? ''
    if (!box || !of.isConnected) return hide()
    setTip({ text, keys: of.getAttribute('aria-keyshortcuts') })
    remove = placeBeside(of, box, { gap: 6, side: 'above', centred: true })
  }
  const come = (target: EventTarget | null, wait: number): void => {
    if (!(target instanceof Element) || box?.contains(target)) return
    const found = target.closest<HTMLElement>('[title]:not([title=""])')
    if (found === null) {
      if (owner && !owner.contains(target)) hide()
      return
    }
    hide()
    owner = found
    // Taken off while it is shown here, or the browser would show it again.
    found.dataset.title = found.title
    found.removeAttribute('title')
    timer = setTimeout(() => show(found), performance.now() - goneAt < warm ? 0 : wait)
  }
  onMount(() => {
    const ends = new AbortController()
    const listen = <Name extends keyof DocumentEventMap>(
      name: Name,
      run: (event: DocumentEventMap[Name]) => void,
    ): void => document.addEventListener(name, run, { signal: ends.signal, capture: true })
    listen('pointerover', (event) => {
      if (event.pointerType === 'mouse') come(event.target, delay)
    })
    listen('focusin', (event) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible'))
        come(event.target, 0)
    })
    listen('focusout', hide)
    listen('pointerdown', hide)
    listen('keydown', (event) => {
      if (event.key === 'Escape') hide()
    })
    onCleanup(() => ends.abort())
  })
  onCleanup(hide)
  return (
    <div ref={(element) => (box = element)} class="ui-tooltip" popover="manual" aria-hidden="true">
      {tip()?.text}
      <Show when={tip()?.keys}>{(keys) => <KeyHint keys={keys().replaceAll('+', ' ')} />}</Show>
    </div>
  )
}
