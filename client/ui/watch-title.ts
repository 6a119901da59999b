/**
 * Whether the title that a page shows itself, larger than in its head, has been scrolled away behind the head: a phone's head
 * then says it. Only listens where `isWatching`.
 */
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'

const shownLarge = '.ui-inline[data-look="heading"], .ui-person-name'

export function watchTitle(
  head: Accessor<HTMLElement | undefined>,
  isWatching: Accessor<boolean>,
): Accessor<boolean> {
  const [isPast, setPast] = createSignal(false)
  createEffect(() => {
    if (!isWatching()) return void setPast(false)
    const look = (): void => {
      const own = head()
      const title = own?.parentElement?.querySelector(shownLarge)
      if (own === undefined || title === undefined || title === null) return void setPast(false)
      setPast(title.getBoundingClientRect().bottom <= own.getBoundingClientRect().bottom)
    }
    // Whichever of the page's parts it is that scrolls.
    window.addEventListener('scroll', look, { capture: true, passive: true })
    onCleanup(() => window.removeEventListener('scroll', look, { capture: true }))
  })
  return isPast
}
