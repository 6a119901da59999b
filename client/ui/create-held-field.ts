/**
 * The row of a table whose field is being written in, and the way back to the field: a row that is moved in the page loses its
 * focus though nobody left it. For tables of fields; a grid knows its own place (create-grid.ts).
 */
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'

export interface HeldField {
  /** Null until a field was entered. */
  readonly row: Accessor<string | null>
  /** Gives the focus back to the field it was taken from. */
  readonly hold: () => void
}

export function createHeldField(
  table: Accessor<HTMLTableElement | undefined>,
  ids: Accessor<readonly string[]>,
): HeldField {
  const [row, setRow] = createSignal<string | null>(null)
  let field: HTMLElement | null = null
  createEffect(() => {
    const root = table()
    const entered = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return
      const place = Number(target.closest('tr')?.getAttribute('aria-rowindex') ?? 0) - 2
      field = target
      setRow(ids()[place] ?? null)
    }
    root?.addEventListener('focusin', entered)
    onCleanup(() => root?.removeEventListener('focusin', entered))
  })
  return { row, hold: () => field?.focus({ preventScroll: true }) }
}
