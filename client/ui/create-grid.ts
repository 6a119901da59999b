/**
 * Where the keyboard stands in a table whose cells are gone through one by one, and which of them is being written in. One cell is
 * the tab stop; it is known by row id and column, so a colleague's sort or insertion does not move it to other content.
 */
import { createSignal, type Accessor } from 'solid-js'
import { stepInGrid, type GridSize } from './step-in-grid.ts'

export interface GridPlace {
  /** null is the row of heads. */
  readonly row: string | null
  readonly column: string
}

export interface Writing extends GridPlace {
  /** What the field begins with instead of the cell's text, when a letter opened it. */
  readonly begin: string | null
}

export interface Grid {
  readonly stop: Accessor<GridPlace>
  readonly writing: Accessor<Writing | null>
  readonly go: (place: GridPlace) => void
  readonly write: (place: GridPlace, begin: string | null) => void
  /** After writing: stays, goes down or up, or writes on in the next or last cell that can be written in. */
  readonly leave: (to: 'stay' | 'down' | 'up' | 'next' | 'before') => void
  /** Gives the focus back to the tab stop, where it is now. */
  readonly hold: () => void
  /** Ends writing where the focus went elsewhere by itself. */
  readonly rest: () => void
  /** The place a key leads to; null for a key that leads nowhere. */
  readonly stepBy: (event: KeyboardEvent) => GridPlace | null
}

export interface GridSurroundings {
  readonly rows: Accessor<readonly string[]>
  readonly columns: Accessor<readonly string[]>
  readonly canWrite: (column: string) => boolean
  readonly root: () => HTMLElement | undefined
  readonly page: () => number
  readonly reveal: (place: number) => void
}

export function createGrid(around: GridSurroundings): Grid {
  const [wanted, setWanted] = createSignal<GridPlace>()
  const [writing, setWriting] = createSignal<Writing | null>(null)
  const stop = (): GridPlace => {
    const { row = null, column = '' } = wanted() ?? {}
    const known = around.columns().includes(column) ? column : (around.columns()[0] ?? '')
    if (wanted() && (row === null || around.rows().includes(row))) return { row, column: known }
    return { row: around.rows()[0] ?? null, column: known }
  }
  const hold = (): HTMLElement | undefined => {
    const { row, column } = stop()
    const cell = around
      .root()
      ?.querySelector<HTMLElement>(
        `[data-row="${CSS.escape(row ?? '')}"][data-column="${CSS.escape(column)}"]`,
      )
    const inside = cell?.querySelector<HTMLElement>('[data-stop]') ?? cell
    inside?.focus({ preventScroll: true })
    return cell ?? undefined
  }
  const focus = (): void => hold()?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const go = (place: GridPlace): void => {
    setWriting(null)
    setWanted(place)
    if (place.row !== null) around.reveal(around.rows().indexOf(place.row))
    focus()
  }
  const size = (): GridSize => ({
    rows: around.rows().length,
    columns: around.columns().length,
    page: around.page(),
  })
  const placeAt = (row: number, column: number): GridPlace => ({
    row: around.rows()[row] ?? null,
    column: around.columns()[column] ?? '',
  })
  const here = (): readonly [row: number, column: number] => {
    const { row, column } = stop()
    return [row === null ? -1 : around.rows().indexOf(row), around.columns().indexOf(column)]
  }
  const write = (place: GridPlace, begin: string | null): void => {
    setWanted(place)
    if (place.row !== null) around.reveal(around.rows().indexOf(place.row))
    setWriting({ ...place, begin })
  }
  return {
    stop,
    writing,
    go,
    write,
    leave: (to) => {
      const [row, column] = here()
      if (to === 'stay') return go(stop())
      if (to === 'down' || to === 'up')
        return go(
          placeAt(Math.min(size().rows - 1, Math.max(0, row + (to === 'down' ? 1 : -1))), column),
        )
      const by = to === 'next' ? 1 : -1
      const total = size().rows * size().columns
      for (let at = row * size().columns + column + by; at >= 0 && at < total; at += by) {
        const place = placeAt(Math.floor(at / size().columns), at % size().columns)
        if (around.canWrite(place.column)) return write(place, null)
      }
      go(stop())
    },
    hold: () => void hold(),
    rest: () => void setWriting(null),
    stepBy: (event) => {
      const root = around.root()
      const isRightToLeft = root !== undefined && getComputedStyle(root).direction === 'rtl'
      const to = stepInGrid(event, here(), size(), isRightToLeft)
      return to === null ? null : placeAt(to[0], to[1])
    },
  }
}
