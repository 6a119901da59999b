/**
 * Puts something that floats (an element with `popover="manual"`, so that nothing covers or cuts it) below what it belongs to, or
 * above where there is more room, and keeps it there while either moves. Knows no roles and no keys.
 */
export interface Placing {
  /** px between the two. */
  readonly gap: number
  /** As wide as what it belongs to, at least. */
  readonly sameWidth?: boolean | undefined
  readonly side?: 'below' | 'above' | undefined
  /** In the middle of it, as a hint stands. */
  readonly centred?: boolean | undefined
}

/** px kept free at the edges of the window. */
const margin = 8

/** Shows it; answers how to take it away. */
export function placeBeside(anchor: Element, floating: HTMLElement, as: Placing): () => void {
  floating.showPopover()
  const place = (): void => {
    const box = anchor.getBoundingClientRect()
    // What a keyboard on the screen leaves of the window.
    const seen = window.visualViewport
    const [top, bottom] = [
      seen?.offsetTop ?? 0,
      (seen?.offsetTop ?? 0) + (seen?.height ?? window.innerHeight),
    ]
    if (as.sameWidth) floating.style.minWidth = `${box.width}px`
    const [below, above] = [bottom - box.bottom - as.gap - margin, box.top - top - as.gap - margin]
    floating.style.maxHeight = ''
    const { width, height } = floating.getBoundingClientRect()
    const first = as.side === 'above' ? above : below
    const second = as.side === 'above' ? below : above
    const stays = height <= first || first >= second
    const isBelow = stays === (as.side !== 'above')
    floating.style.maxHeight = `${Math.max(80, isBelow ? below : above)}px`
    const tall = Math.min(height, isBelow ? below : above)
    const isRightToLeft = getComputedStyle(anchor).direction === 'rtl'
    const start = as.centred
      ? box.left + (box.width - width) / 2
      : isRightToLeft
        ? box.right - width
        : box.left
    const left = Math.max(margin, Math.min(start, window.innerWidth - width - margin))
    floating.style.left = `${left}px`
    floating.style.top = `${isBelow ? box.bottom + as.gap : box.top - as.gap - tall}px`
  }
  place()
  const sizes = new ResizeObserver(place)
  sizes.observe(anchor)
  sizes.observe(floating)
  window.addEventListener('scroll', place, { capture: true, passive: true })
  window.addEventListener('resize', place)
  window.visualViewport?.addEventListener('resize', place)
  return () => {
    sizes.disconnect()
    window.removeEventListener('scroll', place, { capture: true })
    window.removeEventListener('resize', place)
    window.visualViewport?.removeEventListener('resize', place)
    if (floating.isConnected && floating.matches(':popover-open')) floating.hidePopover()
  }
}
