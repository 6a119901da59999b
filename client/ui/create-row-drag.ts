/**
 * Dragging one row of a list by its grip with mouse, pen or finger. Rows stay where they are meanwhile: only the dragged one
 * follows, and a line shows where it would land. Esc puts it back. Says what was meant by `onDrop`; moves nothing itself.
 */
import { createSignal, onCleanup, type Accessor } from 'solid-js'

export interface RowDrag {
  readonly id: string
  /** How far the row has been carried, in px. */
  readonly by: number
  /** The row it would land before; null is the end. */
  readonly before: string | null
}

export interface RowDragging {
  readonly drag: Accessor<RowDrag | undefined>
  readonly start: (
    id: string,
    event: PointerEvent & { readonly currentTarget: HTMLElement },
  ) => void
}

export function createRowDrag(
  rowsOf: () => readonly { readonly id: string; readonly element: HTMLElement }[],
  onDrop: (id: string, before: string | null) => void,
): RowDragging {
  const [drag, setDrag] = createSignal<RowDrag>()
  let stop: (() => void) | undefined
  onCleanup(() => stop?.())

  const start: RowDragging['start'] = (id, event) => {
    if (event.button !== 0) return
    event.preventDefault()
    const grip = event.currentTarget
    grip.focus()
    const from = event.clientY
    // Measured once: rows do not move during a drag, and scrolling is added below.
    const scroller = scrollerOf(grip)
    const scrolledFrom = scroller.scrollTop
    const places = rowsOf().map((row) => ({ id: row.id, middle: middleOf(row.element) }))

    const follow = (move: PointerEvent) => {
      const scrolled = scroller.scrollTop - scrolledFrom
      const at = move.clientY + scrolled
      const landing = places.find((place) => place.id !== id && at < place.middle)
      setDrag({ id, by: at - from, before: landing?.id ?? null })
    }
    const end = (event: PointerEvent) => {
      const landed = drag()
      stop?.()
      if (event.type === 'pointerup' && landed && isMove(places, landed))
        onDrop(landed.id, landed.before)
    }
    const cancel = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return
      key.stopPropagation()
      stop?.()
    }
    stop = () => {
      stop = undefined
      setDrag(undefined)
      grip.removeEventListener('pointermove', follow)
      grip.removeEventListener('pointerup', end)
      grip.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', cancel, true)
    }
    grip.setPointerCapture(event.pointerId)
    grip.addEventListener('pointermove', follow)
    grip.addEventListener('pointerup', end)
    grip.addEventListener('pointercancel', end)
    window.addEventListener('keydown', cancel, true)
  }
  return { drag, start }
}

/** Landing before itself or before its own follower is staying where it is. */
function isMove(places: readonly { readonly id: string }[], landed: RowDrag): boolean {
  const at = places.findIndex((place) => place.id === landed.id)
  return landed.before !== landed.id && landed.before !== (places[at + 1]?.id ?? null)
}

function middleOf(element: HTMLElement): number {
  const box = element.getBoundingClientRect()
  return box.top + box.height / 2
}

function scrollerOf(element: HTMLElement): Element {
  let parent = element.parentElement
  while (parent) {
    const { overflowY } = getComputedStyle(parent)
    if (
      (overflowY === 'auto' || overflowY === 'scroll') &&
      parent.scrollHeight > parent.clientHeight
    )
      return parent
    parent = parent.parentElement
  }
  return document.documentElement
}
