/**
 * Which rows of a long list of one height stand near the view, so that ten thousand cost what thirty cost, and how to bring one into
 * it. Works in whatever scroller the list stands in. Used by LinkList and Table; draws nothing.
 */
import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js'

export interface RowHeights {
  readonly desk: number
  readonly fingers: number
}

export interface RowWindow {
  /** px of one row. */
  readonly height: Accessor<number>
  /** Rows that fit, but one. */
  readonly page: Accessor<number>
  /** Places from, up to and without. */
  readonly range: Accessor<readonly [from: number, end: number]>
  readonly reveal: (place: number) => void
}

const fingers = '(pointer: coarse), (max-width: 719px)'

/** Rows ready above and below the view, for a scroll that is faster than the paint. */
const spare = 8

export function createRowWindow(
  list: () => HTMLElement | undefined,
  heights: RowHeights,
): RowWindow {
  const height = createRowHeight(heights)
  const view = createView(list)
  return {
    height,
    page: () => Math.max(1, Math.floor((view.height() - view.above()) / height()) - 1),
    range: () => {
      const first = Math.floor((view.top() - view.above()) / height()) - spare
      const end = Math.ceil((view.top() + view.height()) / height()) + spare
      return [Math.max(0, first), Math.max(0, end)]
    },
    reveal: (place) => {
      const [top, bottom] = [place * height(), (place + 1) * height() + view.above()]
      const from = view.scroller()
      if (!from) return
      if (top < from.scrollTop) from.scrollTop = top
      else if (bottom > from.scrollTop + from.clientHeight)
        from.scrollTop = bottom - from.clientHeight
    },
  }
}

/** The ids of a range, and the one at `stays` wherever that is: the tab stop never leaves the page. */
export function idsInView(
  ids: readonly string[],
  [from, end]: readonly [from: number, end: number],
  stays: number,
): readonly string[] {
  const kept = ids.slice(stays, stays + 1)
  return [
    ...(stays >= 0 && stays < from ? kept : []),
    ...ids.slice(from, end),
    ...(stays >= end ? kept : []),
  ]
}

export const sameIds = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at])

function createRowHeight(heights: RowHeights): Accessor<number> {
  const query = window.matchMedia(fingers)
  const [coarse, setCoarse] = createSignal(query.matches)
  const again = (): void => void setCoarse(query.matches)
  query.addEventListener('change', again)
  onCleanup(() => query.removeEventListener('change', again))
  return () => (coarse() ? heights.fingers : heights.desk)
}

interface View {
  readonly scroller: () => HTMLElement | null
  readonly top: Accessor<number>
  readonly height: Accessor<number>
  /** What stands above the list in its scroller, px. */
  readonly above: Accessor<number>
}

function createView(list: () => HTMLElement | undefined): View {
  const [scroller, setScroller] = createSignal<HTMLElement | null>(null)
  const [top, setTop] = createSignal(0)
  // Until it is measured, so that the first rows are put in once.
  const [height, setHeight] = createSignal(window.innerHeight)
  const [above, setAbove] = createSignal(0)
  onMount(() => {
    const [element, from] = [list(), scrollerOf(list())]
    if (!element || !from) return
    const measure = (): void => {
      setHeight(from.clientHeight)
      setAbove(
        element.getBoundingClientRect().top - from.getBoundingClientRect().top + from.scrollTop,
      )
    }
    const follow = (): void => void setTop(from.scrollTop)
    const sizes = new ResizeObserver(measure)
    sizes.observe(from)
    from.addEventListener('scroll', follow, { passive: true })
    onCleanup(() => {
      sizes.disconnect()
      from.removeEventListener('scroll', follow)
    })
    setScroller(from)
    measure()
    follow()
  })
  return { scroller, top, height, above }
}

function scrollerOf(element: HTMLElement | undefined): HTMLElement {
  for (let parent = element?.parentElement; parent; parent = parent.parentElement)
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent
  return document.documentElement
}
