/** Keeps at most `atOnce` requests under way and resolves when all are answered. */
import { createSignal } from '../load/signal.ts'

export function fetchSome<T>(wanted: readonly T[], atOnce: number) {
  const finished = createSignal()
  let asked = 0
  let answered = 0
  let ask: (one: T) => void = () => undefined
  const next = (): void => {
    const one = wanted[asked]
    if (one === undefined) return
    asked++
    ask(one)
  }
  return {
    done(): void {
      answered++
      if (answered === wanted.length) finished.resolve()
      else next()
    },
    failed: (why: Error): void => finished.reject(why),
    run(how: (one: T) => void): Promise<void> {
      ask = how
      for (let i = 0; i < atOnce; i++) next()
      return finished.promise
    },
  }
}
