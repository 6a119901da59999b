/** Counts the tasks after a part was put in, up to `last`: what is drawn in several tasks keeps the page answering between them. */
import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js'

export function createTurns(last: number): Accessor<number> {
  const [turn, setTurn] = createSignal(0)
  let soon: ReturnType<typeof setTimeout> | undefined
  const next = (): void => {
    if (turn() >= last) return
    soon = setTimeout(() => {
      setTurn(turn() + 1)
      next()
    })
  }
  onMount(next)
  onCleanup(() => clearTimeout(soon))
  return turn
}
