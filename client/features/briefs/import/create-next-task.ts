/** False while a part is put in, true in the task after: what is drawn in two tasks keeps the page answering between them. */
import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js'

export function createNextTask(): Accessor<boolean> {
  const [isNext, setNext] = createSignal(false)
  onMount(() => {
    const soon = setTimeout(() => setNext(true))
    onCleanup(() => clearTimeout(soon))
  })
  return isNext
}
