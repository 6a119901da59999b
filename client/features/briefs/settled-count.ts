/** A count told once it stands still: while the first documents come it falls with each of them, and would be said and taken back. */
import { createEffect, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js'

/** The last of what was fetched enters the list within this. */
const stillMs = 2_000

/** `first` is what is told at once. It falls to nothing without waiting. */
export function settledCount(
  count: Accessor<number>,
  isMoving: Accessor<boolean>,
  first: number,
): Accessor<number> {
  const [settled, setSettled] = createSignal(first)
  let timer: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on([count, isMoving], ([now, moving]) => {
      clearTimeout(timer)
      if (now === 0) return void setSettled(0)
      if (moving || now === untrack(settled)) return
      timer = setTimeout(() => setSettled(now), stillMs)
    }),
  )
  onCleanup(() => clearTimeout(timer))
  return settled
}
