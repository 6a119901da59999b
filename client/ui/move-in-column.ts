/** In a table whose cells are fields: Up, Down and Enter go to the field above or below. */
import { isComposing } from './is-composing.ts'
export function moveInColumn(event: KeyboardEvent): void {
  const step =
    event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0
  const field = event.target
  // Enter and arrows belong to the input method while it composes, and to lists and buttons always.
  if (step === 0 || isComposing(event) || event.altKey || !isText(field)) return
  if (event.key !== 'Enter' && isWithinLines(field, step)) return
  const cell = field.closest<HTMLTableCellElement>('td, th')
  const row = cell?.closest('tr')
  const next = step === 1 ? row?.nextElementSibling : row?.previousElementSibling
  const target = cell && next?.children[cell.cellIndex]?.querySelector('input, textarea')
  // Scrolled away, it stands alone in the page; in view its neighbours are drawn.
  if (next && !isText(target)) field.scrollIntoView({ block: 'nearest' })
  if (!isText(target)) return
  event.preventDefault()
  target.focus()
  target.select()
}

const isText = (target: unknown): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** In a text of several lines an arrow first goes to the text's own end. */
function isWithinLines(field: HTMLInputElement | HTMLTextAreaElement, step: -1 | 1): boolean {
  if (field instanceof HTMLInputElement) return false
  const line = Number.parseFloat(getComputedStyle(field).lineHeight)
  const isWhole = field.selectionStart === 0 && field.selectionEnd === field.value.length
  if (isWhole || !(field.clientHeight > 3 * line)) return false
  return step === 1 ? field.selectionEnd < field.value.length : field.selectionStart > 0
}
