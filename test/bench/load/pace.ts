/** Calls `due(k)` so that `rate` things a second have been asked for, in order, for `ms` milliseconds; late ones are caught up. */
export async function pace(rate: number, ms: number, due: (upTo: number) => void): Promise<void> {
  const total = Math.round((rate * ms) / 1000)
  const start = performance.now()
  let asked = 0
  while (asked < total) {
    const upTo = Math.min(total, Math.floor(((performance.now() - start) / 1000) * rate))
    if (upTo > asked) {
      asked = upTo
      due(asked)
    }
    await soon()
  }
}

/** One timer tick, about a millisecond: lets sockets be read without spinning. */
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))

/** Waits for a condition at most `ms`; answers whether it came. */
export async function until(condition: () => boolean, ms: number): Promise<boolean> {
  const end = performance.now() + ms
  while (!condition()) {
    if (performance.now() > end) return false
    await soon()
  }
  return true
}
