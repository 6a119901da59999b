/** What keys and presses do in a table whose cells are gone through one by one; what they mean for rows is its owner's. */
import type { Grid, GridPlace } from './create-grid.ts'
import type { RowChoice } from './create-row-choice.ts'
import { chooseColumn } from './table-column.ts'
import { isComposing } from './is-composing.ts'

export interface GridActs {
  readonly grid: Grid
  readonly canWrite: (column: string) => boolean
  /** Undefined where rows cannot be chosen. */
  readonly choose: RowChoice | undefined
  /** Undefined where widths stay. */
  readonly widen: ((column: string, by: number) => void) | undefined
}

export function keyInGrid(acts: GridActs, event: KeyboardEvent): void {
  const { grid } = acts
  if (isComposing(event) || !(event.target instanceof HTMLElement)) return
  const at = grid.stop()
  if (!isStop(event.target)) {
    // From a button or field inside a cell Esc leads back to the cell; every other key is its own.
    if (event.key !== 'Escape') return
    grid.go(placeOf(event.target) ?? at)
  } else if (!act(acts, at, event)) return
  event.preventDefault()
}

/** Answers whether the key meant anything here. */
function act(acts: GridActs, at: GridPlace, event: KeyboardEvent): boolean {
  const { grid, choose } = acts
  const command = event.ctrlKey || event.metaKey
  if (event.altKey) return at.row === null && widenByKey(acts, at.column, event.key)
  if (command && event.key.toLowerCase() === 'a' && choose) return (choose.all(), true)
  const to = grid.stepBy(event)
  if (to !== null) {
    if (event.shiftKey && choose && to.row !== null) choose.rangeTo(to.row, at.row)
    return (grid.go(to), true)
  }
  if (command) return false
  if (event.key === 'Escape') return choose?.none() ?? false
  // X as in lists, but a letter where the cell can be written in.
  const isX = event.key.toLowerCase() === 'x' && !acts.canWrite(at.column)
  if ((event.key === ' ' || isX) && choose) return (chooseByKey(choose, at, event.shiftKey), true)
  // Heads are buttons: the browser presses them.
  if (at.row === null) return false
  if (event.key === 'Enter' || event.key === 'F2') return open(acts, at, event.target)
  // The letter, or what an input method makes of it, goes into the field that opens; so the key is not taken.
  const isLetter = [...event.key].length === 1 || event.key === 'Process'
  if (isLetter && acts.canWrite(at.column)) grid.write(at, '')
  return false
}

function open(acts: GridActs, at: GridPlace, cell: EventTarget | null): boolean {
  if (acts.canWrite(at.column)) acts.grid.write(at, null)
  else if (at.column === chooseColumn && at.row !== null) acts.choose?.turn(at.row)
  else if (cell instanceof HTMLElement)
    cell.querySelector<HTMLElement>('a, button, input, select, textarea')?.focus()
  return true
}

function chooseByKey(choose: RowChoice, at: GridPlace, range: boolean): void {
  if (at.row === null) choose.all()
  else if (range) choose.rangeTo(at.row, at.row)
  else choose.turn(at.row)
}

function widenByKey(acts: GridActs, column: string, key: string): boolean {
  if (!acts.widen || column === chooseColumn || (key !== 'ArrowLeft' && key !== 'ArrowRight'))
    return false
  acts.widen(column, key === 'ArrowRight' ? 16 : -16)
  return true
}

/** A press goes to its cell; a second one on the same cell writes in it. With Shift it chooses up to its row. */
export function pressInGrid(acts: GridActs, event: MouseEvent): void {
  const { target } = event
  if (!(target instanceof HTMLElement)) return
  const place = placeOf(target)
  if (place === null || place.row === null) return
  // The box of a row turns by itself; the keyboard goes on from its cell.
  if (place.column === chooseColumn) return acts.grid.go(place)
  if (target.closest('a, button, input, label, select, textarea')) return
  if (event.shiftKey && acts.choose) acts.choose.rangeTo(place.row, acts.grid.stop().row)
  const { row, column } = acts.grid.stop()
  const again = row === place.row && column === place.column && hasFocus(target)
  if (again && !event.shiftKey && acts.canWrite(place.column)) acts.grid.write(place, null)
  else acts.grid.go(place)
}

const hasFocus = (inside: HTMLElement): boolean =>
  document.activeElement !== null && document.activeElement === inside.closest('td, th')

function placeOf(inside: HTMLElement): GridPlace | null {
  const cell = inside.closest<HTMLElement>('[data-column]')
  const { row, column } = cell?.dataset ?? {}
  return column === undefined ? null : { row: row || null, column }
}

const isStop = (element: HTMLElement): boolean => element.matches('[data-stop], [data-column]')
