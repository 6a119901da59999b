/** One step at a time: under way, and what became of it. */
import { createSignal } from 'solid-js'
import type { TaskAnswer } from './task-calls.ts'

export function createAnswer() {
  const [pending, setPending] = createSignal(false)
  const [answer, setAnswer] = createSignal<TaskAnswer>(null)
  return {
    pending,
    /** Why the last one was not noted; null when it was. */
    answer,
    /** True when it is done. */
    async run(act: () => Promise<TaskAnswer>): Promise<boolean> {
      if (pending()) return false
      setPending(true)
      const done = await act()
      setPending(false)
      setAnswer(done)
      return done === null
    },
  }
}
