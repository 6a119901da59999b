/** Widths of columns while they are pulled at their edge (Esc puts them back) or stepped by key. The owner keeps what comes of it. */
import { createSignal, onCleanup } from 'solid-js'

const least = 64
const most = 960

export interface ColumnWidths {
  readonly of: (column: string) => number
  readonly pull: (
    column: string,
    event: PointerEvent & { readonly currentTarget: HTMLElement },
  ) => void
  /** Answers the new width in px. */
  readonly step: (column: string, by: number) => number
}

export function createColumnWidths(
  widthNow: (column: string) => number,
  onWidth: (column: string, width: number) => void,
): ColumnWidths {
  const [pulled, setPulled] = createSignal<{ readonly column: string; readonly width: number }>()
  let stop: (() => void) | undefined
  onCleanup(() => stop?.())
  const bounded = (width: number): number => Math.round(Math.min(most, Math.max(least, width)))
  return {
    of: (column) => {
      const now = pulled()
      return now?.column === column ? now.width : widthNow(column)
    },
    pull: (column, event) => {
      if (event.button !== 0) return
      event.preventDefault()
      const edge = event.currentTarget
      const toEnd = getComputedStyle(edge).direction === 'rtl' ? -1 : 1
      const [from, width] = [event.clientX, edge.closest('th')?.offsetWidth ?? widthNow(column)]
      const follow = (move: PointerEvent): void => {
        setPulled({ column, width: bounded(width + (move.clientX - from) * toEnd) })
      }
      const end = (up: PointerEvent): void => {
        const now = pulled()
        stop?.()
        if (up.type === 'pointerup' && now) onWidth(column, now.width)
      }
      const cancel = (key: KeyboardEvent): void => {
        if (key.key !== 'Escape') return
        key.stopPropagation()
        stop?.()
      }
      stop = () => {
        stop = undefined
        setPulled(undefined)
        edge.removeEventListener('pointermove', follow)
        edge.removeEventListener('pointerup', end)
        edge.removeEventListener('pointercancel', end)
        window.removeEventListener('keydown', cancel, true)
      }
      edge.setPointerCapture(event.pointerId)
      edge.addEventListener('pointermove', follow)
      edge.addEventListener('pointerup', end)
      edge.addEventListener('pointercancel', end)
      window.addEventListener('keydown', cancel, true)
    },
    step: (column, by) => {
      const width = bounded(widthNow(column) + by)
      onWidth(column, width)
      return width
    },
  }
}
