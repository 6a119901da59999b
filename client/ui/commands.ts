/**
 * What can be done from the keyboard right now: views offer commands while they stand, the palette lists them and their
 * keys call them anywhere on the page. Keys do nothing while somebody types, an input method composes or a dialog is open.
 */
import { createMemo, createRoot, createSignal, onCleanup, type Accessor } from 'solid-js'
import { isComposing } from './is-composing.ts'

export interface Command {
  readonly id: string
  readonly label: string
  /** One key, or two after each other: `?`, `n`, `g b`; `mod k` is held down, with Ctrl or ⌘. */
  readonly keys?: string | undefined
  run(): void
}

/** The second key of two has so long. */
const secondKeyMs = 1_500

const [offered, setOffered] = createSignal<readonly Accessor<readonly Command[]>[]>([])

/** Later offers stand before earlier ones: the page before the shell. */
export const commandsNow: Accessor<readonly Command[]> = createRoot(() =>
  createMemo(() => offered().flatMap((some) => some())),
)

/** Until the calling view goes. */
export function useCommands(some: Accessor<readonly Command[]>): void {
  setOffered([some, ...offered()])
  onCleanup(() => setOffered(offered().filter((one) => one !== some)))
}

/** Answers how to stop. */
export function listenToKeys(): () => void {
  let first: { readonly key: string; readonly until: number } | null = null
  const press = (event: KeyboardEvent): void => {
    const before = first !== null && event.timeStamp < first.until ? first.key : null
    const pressed = pressedIn(event)
    if (pressed === null) return
    first = null
    const asked = [...(before === null ? [] : [`${before} ${pressed}`]), pressed]
    const command = commandsNow().find(({ keys }) => keys !== undefined && asked.includes(keys))
    if (command !== undefined) {
      event.preventDefault()
      command.run()
    } else if (commandsNow().some(({ keys }) => keys?.startsWith(`${pressed} `) === true))
      first = { key: pressed, until: event.timeStamp + secondKeyMs }
  }
  window.addEventListener('keydown', press)
  return () => window.removeEventListener('keydown', press)
}

function pressedIn(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || isComposing(event) || event.altKey || event.repeat) return null
  const key = event.key.toLowerCase()
  if (document.querySelector('[role="dialog"]') !== null) return null
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? null : `mod ${key}`
  return isTyping(event.target) ? null : key
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="listbox"]') !== null)

/** As keycaps: `G B`, `⌘ K`. */
export function keysShown(keys: string): string {
  const mod = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
  return keys
    .split(' ')
    .map((key) => (key === 'mod' ? mod : key.toUpperCase()))
    .join(' ')
}
