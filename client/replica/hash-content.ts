/** A document's eight bytes from its stored rows, off this thread where there are workers; null where they cannot be read. */
import * as z from 'zod/mini'
import { hashOfUpdates } from './hash-of-updates.ts'

export type HashContent = (updates: readonly Uint8Array[]) => Promise<Uint8Array | null>

const answerSchema = z.object({ job: z.int(), hash: z.nullable(z.instanceof(Uint8Array)) })

/** A worker that ends, or never starts, leaves the work to this thread. */
export function createHashContent(): HashContent {
  const waiting = new Map<number, (hash: Uint8Array | null | 'here') => void>()
  let worker: Worker | null = null
  let isBroken = typeof Worker === 'undefined'
  let jobs = 0
  const end = (): void => {
    isBroken = true
    worker?.terminate()
    for (const resolve of waiting.values()) resolve('here')
    waiting.clear()
  }
  const start = (): Worker => {
    const made = new Worker(new URL('../workers/content.worker.ts', import.meta.url), {
      type: 'module',
    })
    made.addEventListener('error', end)
    made.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const { job, hash } = z.parse(answerSchema, data)
      waiting.get(job)?.(hash)
      waiting.delete(job)
    })
    return made
  }
  return async (updates) => {
    if (isBroken) return hashOfUpdates(updates)
    worker ??= start()
    const job = (jobs += 1)
    worker.postMessage({ job, updates })
    const answer = await new Promise<Uint8Array | null | 'here'>(
      (resolve) => void waiting.set(job, resolve),
    )
    return answer === 'here' ? hashOfUpdates(updates) : answer
  }
}
