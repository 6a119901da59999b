/**
 * Large updates are judged in a thread of their own, so that nobody's keystroke waits for them. Jobs are answered in
 * order. A thread that ends or is stuck answers all of them with null, and the next job gets a new one.
 */
import type { Worker } from 'node:worker_threads'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { PushRefusal } from '#shared/protocol/refusals.ts'
import type { CheckJob, FromCheckWorker } from './check-messages.ts'
import type { Verdict } from './check.ts'
import { startWorker, workerFile } from './worker-thread.ts'

export interface CheckThread {
  /** Null: the thread did not answer; ask again later. */
  judge(job: CheckJob): Promise<Result<Verdict, PushRefusal> | null>
  close(): Promise<void>
}

/** 2 MB of the smallest structs take about 300 ms; a thread that says nothing for so long is stuck. */
const PATIENCE_MS = 20_000
const THREAD_MEGABYTES = 512

interface Waiting {
  readonly bytes: Uint8Array
  readonly resolve: (answer: Result<Verdict, PushRefusal> | null) => void
}

export function createCheckThread(
  file: URL = workerFile('check-worker'),
  patienceMs = PATIENCE_MS,
): CheckThread {
  let jobs = 0
  let live: {
    readonly worker: Worker
    readonly waiting: Map<number, Waiting>
    stuck: NodeJS.Timeout
  } | null = null

  const start = (): NonNullable<typeof live> => {
    const worker = startWorker(file, THREAD_MEGABYTES)
    const waiting = new Map<number, Waiting>()
    const mine = { worker, waiting, stuck: setTimeout(() => end(), patienceMs) }
    mine.stuck.unref()
    const end = (): void => {
      if (live === mine) live = null
      clearTimeout(mine.stuck)
      void worker.terminate()
      for (const { resolve } of waiting.values()) resolve(null)
      waiting.clear()
    }
    worker.on('error', end).on('exit', end)
    worker.on('message', (message: FromCheckWorker) => {
      const one = waiting.get(message.job)
      waiting.delete(message.job)
      clearTimeout(mine.stuck)
      if (waiting.size > 0) mine.stuck = setTimeout(end, patienceMs).unref()
      one?.resolve(resultOf(message, one.bytes))
    })
    return mine
  }
  return {
    judge({ bytes, ...rest }) {
      const thread = (live ??= start())
      const job = (jobs += 1)
      // A frame's bytes may stand in a larger buffer; exactly they travel, without being copied twice.
      const copy = new Uint8Array(bytes)
      return new Promise((resolve) => {
        if (thread.waiting.size === 0) thread.stuck.refresh()
        thread.waiting.set(job, { bytes, resolve })
        thread.worker.postMessage({ ...rest, job, bytes: copy }, [copy.buffer])
      })
    },
    async close() {
      await live?.worker.terminate()
    },
  }
}

function resultOf(message: FromCheckWorker, bytes: Uint8Array): Result<Verdict, PushRefusal> {
  if (message.kind === 'refused') return refuse(message.refusal)
  const { verdict, stored } = message
  return ok({ ...verdict, stored: stored === 'same' ? bytes : stored })
}
