/** Whether there is room for the sidebar, a list, a readable page and a rail that always stands. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'

export function createWide(): Accessor<boolean> {
  const query = window.matchMedia('(min-width: 1400px)')
  const [wide, setWide] = createSignal(query.matches)
  const again = (): void => void setWide(query.matches)
  query.addEventListener('change', again)
  onCleanup(() => query.removeEventListener('change', again))
  return wide
}
