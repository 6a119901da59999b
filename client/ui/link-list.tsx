/**
 * A list of links of one height, of which only those near the view are in the page: ten thousand cost what thirty cost. One
 * of them is the tab stop; arrows, J and K, Home, End, Page Up and Down and typed beginnings go from there, Enter opens.
 * Screen readers are told the place of each in the whole. Scrolls in the scroller it stands in.
 */
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  on,
  onCleanup,
  onMount,
  type Accessor,
  type JSX,
} from 'solid-js'
import { createEntries } from './create-entries.ts'
import { createTypedBeginning } from './typed-beginning.ts'
import './shell.css'

export interface LinkListProps<Item> {
  readonly label: string
  readonly items: readonly Item[]
  readonly itemId: (item: Item) => string
  /** What typed letters are compared with. */
  readonly nameOf: (item: Item) => string
  readonly currentId: string | null
  /** One link; `tabIndex` goes onto it. */
  readonly children: (item: Accessor<Item>, tabIndex: Accessor<0 | -1>) => JSX.Element
}

const fingers = '(pointer: coarse), (max-width: 719px)'
/** As .ui-list-row draws them, hairline included. */
const heights = { desk: 63, fingers: 69 } as const

/** Rows ready above and below the view, for a scroll that is faster than the paint. */
const spare = 8

export function LinkList<Item>(props: LinkListProps<Item>) {
  const entries = createEntries(
    () => props.items,
    (item) => props.itemId(item),
  )
  const { ids, entryOf } = entries
  const places = createMemo(() => new Map(ids().map((id, place) => [id, place])))
  const [focused, setFocused] = createSignal<string | null>(null)
  const height = createRowHeight()
  const stop = createMemo((): number => {
    for (const id of [focused(), props.currentId]) {
      const place = id === null ? undefined : places().get(id)
      if (place !== undefined) return place
    }
    return 0
  })
  let nav: HTMLElement | undefined
  const view = createView(() => nav)
  const scrollTo = (place: number): void => {
    const [top, bottom] = [place * height(), (place + 1) * height() + view.above()]
    const from = view.scroller()
    if (!from) return
    if (top < from.scrollTop) from.scrollTop = top
    else if (bottom > from.scrollTop + from.clientHeight)
      from.scrollTop = bottom - from.clientHeight
  }
  onMount(() => {
    if (props.currentId !== null) scrollTo(stop())
  })

  let lostFocus = false
  const shown = createMemo(
    (): readonly string[] => {
      lostFocus = nav?.contains(document.activeElement) ?? false
      const first = Math.floor((view.top() - view.above()) / height()) - spare
      const end = Math.ceil((view.top() + view.height()) / height()) + spare
      const [from, to] = [Math.max(0, first), Math.max(0, end)]
      // The tab stop stays in the page wherever the list is scrolled to.
      const kept = (place: number): readonly string[] => ids().slice(place, place + 1)
      const stays = stop()
      return [
        ...(stays < from ? kept(stays) : []),
        ...ids().slice(from, to),
        ...(stays >= to ? kept(stays) : []),
      ]
    },
    [],
    { equals: sameIds },
  )
  const linkAt = (place: number): HTMLElement | null =>
    nav?.querySelector(`[aria-posinset="${place + 1}"] > a`) ?? null
  // A row that is moved in the page loses its focus; the person did not leave it.
  createEffect(
    on(shown, () => {
      if (lostFocus && !nav?.contains(document.activeElement))
        linkAt(stop())?.focus({ preventScroll: true })
    }),
  )
  const go = (place: number): void => {
    const id = ids()[Math.max(0, Math.min(ids().length - 1, place))]
    if (id === undefined) return
    setFocused(id)
    linkAt(stop())?.focus({ preventScroll: true })
    scrollTo(stop())
  }
  const typed = createTypedBeginning()
  const move = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor(view.height() / height()) - 1)
    const beginning = typed.press(event)
    const to =
      beginning === null
        ? stepOf(event.key, stop(), page, ids().length)
        : findBeginning(props.items.map(props.nameOf), beginning, stop())
    if (to === null) return
    event.preventDefault()
    go(to)
  }
  return (
    <nav ref={(element) => (nav = element)} aria-label={props.label} onKeyDown={move}>
      <ul class="ui-link-list" role="list" style={{ height: `${ids().length * height()}px` }}>
        <For each={shown()}>
          {(id) => {
            const item = entryOf(id)
            const place = () => places().get(id) ?? 0
            return (
              <li
                aria-setsize={ids().length}
                aria-posinset={place() + 1}
                style={{
                  height: `${height()}px`,
                  transform: `translateY(${place() * height()}px)`,
                }}
                onFocusIn={() => setFocused(id)}
              >
                {props.children(item, () => (place() === stop() ? 0 : -1))}
              </li>
            )
          }}
        </For>
      </ul>
    </nav>
  )
}

function createRowHeight(): Accessor<number> {
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

const sameIds = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at])

function stepOf(key: string, from: number, page: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return from + 1
    case 'ArrowUp':
    case 'k':
      return from - 1
    case 'PageDown':
      return from + page
    case 'PageUp':
      return from - page
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** The next name after `from` that begins so, around the end; a longer beginning may stay where it is. */
function findBeginning(names: readonly string[], beginning: string, from: number): number | null {
  const first = beginning.length > 1 ? 0 : 1
  for (let step = first; step < names.length + first; step += 1) {
    const place = (from + step) % names.length
    if (names[place]?.toLocaleLowerCase().startsWith(beginning)) return place
  }
  return null
}

function scrollerOf(element: HTMLElement | undefined): HTMLElement {
  for (let parent = element?.parentElement; parent; parent = parent.parentElement)
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent
  return document.documentElement
}
