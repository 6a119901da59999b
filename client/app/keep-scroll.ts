/**
 * A page opens at its top, and back finds it as far down as it was left. The pane stays while pages change, so it would keep
 * the last one's place. Left out: the list beside the page, and what scrolls inside a page of its own.
 */
import { useLocation } from '@solidjs/router'
import { createEffect, on, onCleanup, type Accessor } from 'solid-js'

export function keepScroll(pane: Accessor<HTMLElement | undefined>): void {
  const location = useLocation()
  const places = new Map<string, number>()
  let isBack = false
  const goBack = (): void => void (isBack = true)
  const note = (): void => void places.set(location.pathname, pane()?.scrollTop ?? 0)
  // Before the router hears of it.
  window.addEventListener('popstate', goBack, { capture: true })
  onCleanup(() => window.removeEventListener('popstate', goBack, { capture: true }))
  createEffect(() => {
    const element = pane()
    element?.addEventListener('scroll', note, { passive: true })
    onCleanup(() => element?.removeEventListener('scroll', note))
  })
  createEffect(
    on(
      () => location.pathname,
      (path) => {
        const top = isBack ? (places.get(path) ?? 0) : 0
        isBack = false
        // An address that names a part of the page is taken there by it.
        if (location.hash !== '') return
        pane()?.scrollTo(0, top)
        if (top > 0) requestAnimationFrame(() => pane()?.scrollTo(0, top))
      },
      { defer: true },
    ),
  )
}
