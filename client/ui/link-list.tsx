/**
 * A list of links of one height, of which only those near the view are in the page: ten thousand cost what thirty cost. One
 * of them is the tab stop; arrows, J and K, Home, End, Page Up and Down and typed beginnings go from there, Enter opens. With a
 * `selection` rows can be chosen (link-choice.ts); while any are, letters are left to the page's commands. Screen readers are told the place of each in the whole. Scrolls in the scroller it stands in.
 */
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  on,
  Show,
  onMount,
  type Accessor,
  type JSX,
} from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Checkbox } from './checkbox.tsx'
import { createEntries } from './create-entries.ts'
import { createRowWindow, idsInView, sameIds } from './create-row-window.ts'
import { createLinkChoice, type LinkSelection } from './link-choice.ts'
import { createTypedBeginning } from './typed-beginning.ts'
import './shell.css'
import { isComposing } from './is-composing.ts'
import { uiWords } from './words.ts'

export interface LinkListProps<Item> {
  readonly label: string
  readonly items: readonly Item[]
  readonly itemId: (item: Item) => string
  /** What typed letters are compared with. */
  readonly nameOf: (item: Item) => string
  readonly currentId: string | null
  readonly selection?: LinkSelection | undefined
  /** One link; `tabIndex` goes onto it. */
  readonly children: (item: Accessor<Item>, tabIndex: Accessor<0 | -1>) => JSX.Element
}

/** As .ui-list-row draws them, hairline included. */
const heights = { desk: 63, fingers: 69 } as const

export function LinkList<Item>(props: LinkListProps<Item>) {
  const entries = createEntries(
    () => props.items,
    (item) => props.itemId(item),
  )
  const { ids, entryOf } = entries
  const places = createMemo(() => new Map(ids().map((id, place) => [id, place])))
  const words = useWords(uiWords)
  const [focused, setFocused] = createSignal<string | null>(null)
  const stop = createMemo((): number => {
    for (const id of [focused(), props.currentId]) {
      const place = id === null ? undefined : places().get(id)
      if (place !== undefined) return place
    }
    return 0
  })
  let nav: HTMLElement | undefined
  const window = createRowWindow(() => nav, heights)
  const { height } = window
  onMount(() => {
    if (props.currentId !== null) window.reveal(stop())
  })

  let lostFocus = false
  const shown = createMemo(
    (): readonly string[] => {
      lostFocus = nav?.contains(document.activeElement) ?? false
      return idsInView(ids(), window.range(), stop())
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
    window.reveal(stop())
  }
  const typed = createTypedBeginning(() => props.selection !== undefined)
  const stopId = (): string | null => ids()[stop()] ?? null
  const idAt = (target: EventTarget | null): string | null => {
    const link = target instanceof Element ? target.closest('li > a') : null
    return ids()[Number(link?.parentElement?.getAttribute('aria-posinset') ?? 0) - 1] ?? null
  }
  const choice = createLinkChoice(() => props.selection, ids, idAt, stopId)
  /** A box says only that it changed; whether Shift was held is known from the press before. */
  let isShift = false
  const isAny = (): boolean => (props.selection?.chosen.size ?? 0) > 0
  const move = (event: KeyboardEvent): void => {
    if (isComposing(event)) return
    const isCommand = event.ctrlKey || event.metaKey || event.altKey
    const beginning = isCommand || isAny() ? null : typed.press(event)
    const step = stepOf(event.key, stop(), window.page(), ids().length)
    const next = step === null ? null : ids()[Math.max(0, Math.min(ids().length - 1, step))]
    if (beginning === null && choice.press(event, stopId(), next ?? null))
      return event.preventDefault()
    if (isCommand) return
    const to =
      beginning === null ? step : findBeginning(props.items.map(props.nameOf), beginning, stop())
    if (to === null) return
    event.preventDefault()
    go(to)
  }
  return (
    <nav
      ref={(element) => (nav = element)}
      aria-label={props.label}
      onKeyDown={move}
      // Before the router, which follows every link that nobody has taken.
      on:click={choice.click}
      onPointerDown={choice.touch}
      onPointerMove={choice.touch}
      onPointerUp={choice.touch}
      onPointerCancel={choice.touch}
      onContextMenu={choice.menu}
    >
      <ul
        class="ui-link-list"
        role="list"
        data-chooses={props.selection ? '' : undefined}
        data-choosing={props.selection?.isChoosing || isAny() ? '' : undefined}
        style={{ height: `${ids().length * height()}px` }}
      >
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
                data-chosen={props.selection?.chosen.has(id) ? '' : undefined}
                onFocusIn={() => setFocused(id)}
              >
                <Show when={props.selection}>
                  {(selection) => (
                    <span
                      class="ui-link-choose"
                      onPointerDown={(event) => (isShift = event.shiftKey)}
                    >
                      <Checkbox
                        label={words().chooseRow(props.nameOf(item()))}
                        hideLabel
                        tabIndex={-1}
                        checked={selection().chosen.has(id)}
                        onChange={() => choice.turn(id, isShift)}
                      />
                    </span>
                  )}
                </Show>
                {props.children(item, () => (place() === stop() ? 0 : -1))}
              </li>
            )
          }}
        </For>
      </ul>
    </nav>
  )
}

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
