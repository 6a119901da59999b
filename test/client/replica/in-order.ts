/** Work in the order it came, each after some turns of the event loop. */
export function inOrder(delay: () => number): (work: () => void) => void {
  const queue: (() => void)[] = []
  let busy = false
  const next = (turns: number): void => {
    if (turns > 0) return void setImmediate(() => next(turns - 1))
    const work = queue.shift()
    if (work === undefined) return void (busy = false)
    work()
    setImmediate(() => next(delay()))
  }
  return (work) => {
    queue.push(work)
    if (busy) return
    busy = true
    setImmediate(() => next(delay()))
  }
}
