/**
 * A list people put in order: by dragging the grip, or with Alt+Up/Down on it, announced. Says `onMove(id, beforeId)`; the owner
 * changes the order. While someone writes in the list, moves made elsewhere wait until they leave it (settle-order.ts).
 */
import GripVertical from 'lucide-solid/icons/grip-vertical'
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  on,
  onCleanup,
  Show,
  type Accessor,
  type JSX,
} from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { createEntries } from './create-entries.ts'
import { createRowDrag } from './create-row-drag.ts'
import { settleOrder, stepBefore } from './settle-order.ts'
import { Text } from './text.tsx'
import { uiWords } from './words.ts'
import './reorder-list.css'

export interface ReorderWords {
  /** Names a grip: `移动“倒置 30 秒不漏”`. `name` is what `nameOf` gives. */
  readonly grip: (name: string) => string
  /** How it works, said with every grip: `按住拖动,或按 Alt 加上下键`. */
  readonly hint: string
  readonly moved: (name: string, position: number, total: number) => string
}

export interface ReorderListProps<Item> {
  readonly label: string
  readonly items: readonly Item[]
  readonly itemId: (item: Item) => string
  /** A short name of an item for screen readers. */
  readonly nameOf: (item: Item) => string
  readonly words: ReorderWords
  /** The item the person just made: it stands in its place at once, even while they write in the list. */
  readonly ownId?: string | undefined
  readonly onMove: (id: string, beforeId: string | null) => void
  readonly disabled?: boolean | undefined
  readonly children: (item: Accessor<Item>, index: Accessor<number>) => JSX.Element
}

/** Every list's own limit is far below; what another app put in beyond it shall freeze nobody's page. */
const drawnAtMost = 400

export function ReorderList<Item>(props: ReorderListProps<Item>) {
  const words = useWords(uiWords)
  const hintId = createUniqueId()
  const elements = new Map<string, HTMLElement>()
  const [held, setHeld] = createSignal(false)
  const [spoken, setSpoken] = createSignal('')
  let ownMove: string | undefined

  const entries = createEntries(
    () => props.items,
    (item) => props.itemId(item),
  )
  const move = (id: string, before: string | null) => {
    ownMove = id
    props.onMove(id, before)
  }
  const dragging = createRowDrag(
    () => order().flatMap((id) => withElement(id, elements.get(id))),
    move,
  )
  const order = createMemo<readonly string[]>((shown) => {
    const wanted = entries.ids()
    return settleOrder(
      shown,
      wanted,
      (held() || dragging.drag() !== undefined) && ownMove === undefined,
      props.ownId,
    )
  }, [])

  const drawn = createMemo(() => order().slice(0, drawnAtMost))

  // Moving an element in the page takes its focus away; the one who moved it keeps it. The new place is said once it is true.
  createEffect(
    on(order, (shown) => {
      const id = ownMove
      if (id === undefined) return
      ownMove = undefined
      elements.get(id)?.querySelector<HTMLElement>('.ui-grip')?.focus()
      const item = props.items.find((candidate) => props.itemId(candidate) === id)
      if (item)
        setSpoken(props.words.moved(props.nameOf(item), shown.indexOf(id) + 1, shown.length))
    }),
  )
  const stepByKey = (id: string, event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const before = stepBefore(order(), id, event.key === 'ArrowUp' ? -1 : 1)
    if (before !== undefined) move(id, before)
  }
  const hold = (root: HTMLElement, focused: EventTarget | null) => {
    const writes =
      focused instanceof HTMLElement && root.contains(focused) && !focused.matches('.ui-grip')
    // A move the owner never made must not open the list to everyone else's moves later.
    if (writes) ownMove = undefined
    setHeld(writes)
  }

  return (
    <>
      <ol
        class="ui-reorder"
        aria-label={props.label}
        onFocusIn={(event) => hold(event.currentTarget, event.target)}
        onFocusOut={(event) => hold(event.currentTarget, event.relatedTarget)}
      >
        <For each={drawn()}>
          {(id, index) => {
            const item = entries.entryOf(id)
            onCleanup(() => elements.delete(id))
            const drop = () =>
              dropMark(dragging.drag()?.before, id, order(), dragging.drag() !== undefined)
            return (
              <li
                ref={(element) => elements.set(id, element)}
                data-dragged={dragging.drag()?.id === id ? '' : undefined}
                data-drop={drop()}
                style={{
                  '--dragged-by':
                    dragging.drag()?.id === id ? `${dragging.drag()?.by ?? 0}px` : undefined,
                }}
              >
                <Show when={!props.disabled}>
                  <button
                    type="button"
                    class="ui-grip"
                    aria-label={props.words.grip(props.nameOf(item()))}
                    aria-describedby={hintId}
                    aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                    onPointerDown={(event) => dragging.start(id, event)}
                    onKeyDown={(event) => stepByKey(id, event)}
                  >
                    <GripVertical size={16} aria-hidden="true" />
                  </button>
                </Show>
                <span class="ui-reorder-place" aria-hidden="true">
                  {index() + 1}
                </span>
                <div class="ui-reorder-body">{props.children(item, index)}</div>
              </li>
            )
          }}
        </For>
      </ol>
      <Show when={order().length > drawnAtMost}>
        <Text kind="small">{words().notDrawn(order().length - drawnAtMost)}</Text>
      </Show>
      <span id={hintId} class="ui-hidden-text">
        {props.words.hint}
      </span>
      <span class="ui-hidden-text" role="status">
        {spoken()}
      </span>
    </>
  )
}

function withElement(id: string, element: HTMLElement | undefined) {
  return element ? [{ id, element }] : []
}

function dropMark(
  before: string | null | undefined,
  id: string,
  order: readonly string[],
  active: boolean,
) {
  if (!active) return undefined
  if (before === id) return 'before'
  return before === null && order.at(-1) === id ? 'after' : undefined
}
