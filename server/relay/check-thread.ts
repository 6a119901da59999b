/**
 * Large updates are judged in a thread of their own, and large documents read there, so that nobody's keystroke waits
 * for them. Jobs are answered in order. A thread that ends or is stuck answers all of them with null, and the next job gets a new one.
 */
import type { Worker } from 'node:worker_threads'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { PushRefusal } from '#shared/protocol/refusals.ts'
import type { CheckJob, FromCheckWorker, ToCheckWorker } from './check-messages.ts'
import type { Verdict } from './check.ts'
import { startWorker, workerFile } from './worker-thread.ts'

export interface CheckThread {
  /** Null: the thread did not answer; ask again later. */
  judge(job: CheckJob): Promise<Result<Verdict, PushRefusal> | null>
  /** The depths of a stored document (stored-depths.ts). */
  depths(stored: Uint8Array): Promise<Map<number, number[]> | null>
  /** Whether a stored document has everything deleted that an update deletes (known-deletes.ts). */
  areDeleted(stored: Uint8Array, bytes: Uint8Array): Promise<boolean | null>
  close(): Promise<void>
}

/** 2 MB of the smallest structs take about 300 ms; a thread that says nothing for so long is stuck. */
const PATIENCE_MS = 20_000
const THREAD_MEGABYTES = 512

type Resolve = (answer: FromCheckWorker | null) => void

export function createCheckThread(
  file: URL = workerFile('check-worker'),
  patienceMs = PATIENCE_MS,
): CheckThread {
  let jobs = 0
  let live: {
    readonly worker: Worker
    readonly waiting: Map<number, Resolve>
    stuck: NodeJS.Timeout
  } | null = null

  const start = (): NonNullable<typeof live> => {
    const worker = startWorker(file, THREAD_MEGABYTES)
    const waiting = new Map<number, Resolve>()
    const mine = { worker, waiting, stuck: setTimeout(() => end(), patienceMs) }
    mine.stuck.unref()
    const end = (): void => {
      if (live === mine) live = null
      clearTimeout(mine.stuck)
      void worker.terminate()
      for (const resolve of waiting.values()) resolve(null)
      waiting.clear()
    }
    worker.on('error', end).on('exit', end)
    worker.on('message', (message: FromCheckWorker) => {
      const resolve = waiting.get(message.job)
      waiting.delete(message.job)
      clearTimeout(mine.stuck)
      if (waiting.size > 0) mine.stuck = setTimeout(end, patienceMs).unref()
      resolve?.(message)
    })
    return mine
  }
  const ask = (
    question: (job: number) => ToCheckWorker,
    travels: readonly ArrayBuffer[],
  ): Promise<FromCheckWorker | null> => {
    const thread = (live ??= start())
    const job = (jobs += 1)
    return new Promise((resolve) => {
      if (thread.waiting.size === 0) thread.stuck.refresh()
      thread.waiting.set(job, resolve)
      thread.worker.postMessage(question(job), travels)
    })
  }
  return {
    async judge(job) {
      const bytes = exactly(job.bytes)
      const answer = await ask(
        (number) => ({ ...job, kind: 'judge', job: number, bytes }),
        [bytes.buffer],
      )
      return answer === null ? null : resultOf(answer, job.bytes)
    },
    async depths(from) {
      const stored = exactly(from)
      const answer = await ask((job) => ({ kind: 'depths', job, stored }), [stored.buffer])
      return answer?.kind === 'depths' ? answer.depths : null
    },
    async areDeleted(from, deletes) {
      const [stored, bytes] = [exactly(from), exactly(deletes)]
      const answer = await ask(
        (job) => ({ kind: 'deletes', job, stored, bytes }),
        [stored.buffer, bytes.buffer],
      )
      return answer?.kind === 'deletes' ? answer.areKnown : null
    },
    async close() {
      await live?.worker.terminate()
    },
  }
}

/** Bytes may stand in a larger buffer; exactly they travel, without being copied twice. */
const exactly = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

function resultOf(
  message: FromCheckWorker,
  bytes: Uint8Array,
): Result<Verdict, PushRefusal> | null {
  if (message.kind === 'refused') return refuse(message.refusal)
  if (message.kind !== 'judged') return null
  const { verdict, stored } = message
  return ok({ ...verdict, stored: stored === 'same' ? bytes : stored })
}
