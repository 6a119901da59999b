/**
 * Which rows of a table are drawn: all of them, or those near the view and the tab stop, with the height of what is left out before
 * each. A row that is moved in the page loses its focus though nobody left it: `onLost` gives it back.
 */
import { createEffect, createMemo, on, type Accessor } from 'solid-js'
import { idsInView, sameIds, type RowWindow } from './create-row-window.ts'

export interface ShownRows {
  readonly ids: Accessor<readonly string[]>
  readonly placeOf: (id: string | null) => number
  /** px left out before the drawn row at `at`, or at the end. */
  readonly gapBefore: (at: number) => number
}

export interface ShownAround {
  readonly ids: Accessor<readonly string[]>
  /** Undefined where all rows are drawn. */
  readonly window: () => RowWindow | undefined
  readonly stopRow: () => string | null
  readonly root: () => HTMLElement | undefined
  readonly onLost: () => void
}

export function createShownRows(around: ShownAround): ShownRows {
  const places = createMemo(() => {
    const all = new Map<string, number>()
    for (const id of around.ids()) all.set(id, all.size)
    return all
  })
  const placeOf = (id: string | null): number => (id === null ? -1 : (places().get(id) ?? -1))
  const holdsFocus = (): boolean => around.root()?.contains(document.activeElement) ?? false
  let hadFocus = false
  const shown = createMemo(
    () => {
      hadFocus = holdsFocus()
      const range = around.window()?.range()
      return range ? idsInView(around.ids(), range, placeOf(around.stopRow())) : around.ids()
    },
    [],
    { equals: sameIds },
  )
  createEffect(
    on(shown, () => {
      if (hadFocus && !holdsFocus()) around.onLost()
    }),
  )
  return {
    ids: shown,
    placeOf,
    gapBefore: (at) => {
      const id = shown()[at]
      const place = id === undefined ? around.ids().length : placeOf(id)
      const left = place - placeOf(shown()[at - 1] ?? null) - 1
      return left * (around.window()?.height() ?? 0)
    },
  }
}
