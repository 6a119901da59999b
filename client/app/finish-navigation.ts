/**
 * A way out of a navigation that never ends: the router shows a page once everything it reads has come, and waits for ever for
 * a part that was taken off the page while it was on its way. The browser goes there itself; what was typed is on the device.
 */
import { createEffect, onCleanup, type Accessor } from 'solid-js'

/** Far longer than any page takes: parts of pages come after them (later.tsx). */
const patienceMs = 10_000

/** `target` is asked when patience ends; null: nobody knows where to. Until the calling view goes. */
export function finishNavigation(
  isRouting: Accessor<boolean>,
  target: () => string | null,
  go: (address: string) => void,
): void {
  createEffect(() => {
    if (!isRouting()) return
    const timer = setTimeout(() => {
      const address = target()
      if (address !== null) go(address)
    }, patienceMs)
    onCleanup(() => clearTimeout(timer))
  })
}
