/** Whether the page is as narrow as a phone, where a table is better a list. The same width as in the style sheets. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'

export function createNarrow(): Accessor<boolean> {
  const query = window.matchMedia('(max-width: 719px)')
  const [narrow, setNarrow] = createSignal(query.matches)
  const again = (): void => void setNarrow(query.matches)
  query.addEventListener('change', again)
  onCleanup(() => query.removeEventListener('change', again))
  return narrow
}
