/**
 * One worker thread, started with the first job and again after it ended. One job at a time; a job that ends the thread
 * or takes too long is answered as `failed` and the next gets a new thread.
 */
import type { Worker } from 'node:worker_threads'
import type { FromWorker } from './compaction-messages.ts'
import { startWorker, workerFile } from './worker-thread.ts'

export type Job = { readonly snapshot: Uint8Array | null; readonly rows: Uint8Array }
export type Answer =
  | { readonly kind: 'compacted'; readonly bytes: Uint8Array }
  | Omit<Extract<FromWorker, { kind: 'fault' }>, 'job'>

export interface CompactionThread {
  compact(job: Job): Promise<Answer>
  close(): Promise<void>
}

/** 20,000 rows took about a second; a job that takes a minute is stuck. */
const PATIENCE_MS = 60_000
const THREAD_MEGABYTES = 1024

export function createCompactionThread(
  file: URL = workerFile('compaction-worker'),
  patienceMs = PATIENCE_MS,
): CompactionThread {
  let worker: Worker | null = null
  let jobs = 0
  const drop = (dead: Worker): void => {
    if (worker === dead) worker = null
    void dead.terminate()
  }
  return {
    compact({ snapshot, rows }) {
      const at = (worker ??= startWorker(file, THREAD_MEGABYTES))
      const job = (jobs += 1)
      return new Promise((resolve) => {
        const settle = (answer: Answer): void => {
          clearTimeout(timer)
          at.off('message', hear).off('error', fail).off('exit', ended)
          resolve(answer)
        }
        const fail = (error: unknown): void => {
          drop(at)
          settle({ kind: 'fault', fault: 'failed', detail: String(error) })
        }
        const ended = (): void => fail('the thread ended')
        const hear = (message: FromWorker): void => {
          if (message.job === job) settle(message)
        }
        const timer = setTimeout(() => fail(`no answer within ${patienceMs} ms`), patienceMs)
        at.on('message', hear).on('error', fail).on('exit', ended)
        at.postMessage({ kind: 'compact', job, snapshot, rows })
      })
    },
    async close() {
      const last = worker
      worker = null
      await last?.terminate()
    },
  }
}
