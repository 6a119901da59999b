/** Who wants to be told. One listener's exception does not keep the others from hearing. */
export interface Listeners<T> {
  add(listener: (value: T) => void): () => void
  tell(value: T): void
}

export function createListeners<T>(): Listeners<T> {
  const all = new Set<(value: T) => void>()
  return {
    add(listener) {
      const own = (value: T): void => listener(value)
      all.add(own)
      return () => void all.delete(own)
    },
    tell(value) {
      for (const listener of [...all]) {
        try {
          listener(value)
        } catch (fault) {
          console.error(fault)
        }
      }
    },
  }
}
