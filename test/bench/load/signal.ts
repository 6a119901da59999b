/** A promise and the functions that settle it (Node 20 has no Promise.withResolvers). */
export interface Signal {
  readonly promise: Promise<void>
  resolve(): void
  reject(why: Error): void
}

export function createSignal(): Signal {
  let resolve: () => void = () => undefined
  let reject: (why: Error) => void = () => undefined
  const promise = new Promise<void>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
