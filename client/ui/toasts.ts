/** The short sentences on screen right now. ToastRegion shows them; this holds them, so that any module can speak without a context. */
import { createSignal } from 'solid-js'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'neutral'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: Tone
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  /** How long it stays, in seconds. Standing still under a cursor or the focus does not count. */
  readonly seconds: number
}

const [toasts, setToasts] = createSignal<readonly Toast[]>([])
let lastId = 0

export { toasts }

/** At most three at a time, each text once: the oldest makes room. Gives the id for `dismissToast`. */
export function showToast(
  text: string,
  options: {
    readonly tone?: Tone
    readonly action?: Toast['action']
    readonly seconds?: number
  } = {},
): number {
  lastId += 1
  const id = lastId
  // An action needs time to be read and reached.
  const seconds = options.seconds ?? (options.action ? 10 : 6)
  setToasts((shown) => [
    ...shown.filter((toast) => toast.text !== text).slice(-2),
    { id, text, tone: options.tone ?? 'neutral', action: options.action, seconds },
  ])
  return id
}

export function dismissToast(id: number): void {
  setToasts((shown) => shown.filter((toast) => toast.id !== id))
}
