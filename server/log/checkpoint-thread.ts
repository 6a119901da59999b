/**
 * Checkpoints are made in a thread of their own, so that writing back and syncing the database file holds up no commit.
 * It begins once the WAL has some size. A thread that ends is reported and begun again after a pause; until then the
 * writer's own checkpoint bounds the WAL (sqlite-file.ts). Left out: the checkpoint itself (checkpoint-run.ts).
 */
import { statSync } from 'node:fs'
import type { Worker } from 'node:worker_threads'

/** What the thread is told. `end`: close the file and end. */
export type ToCheckpoint =
  | { readonly kind: 'watch'; readonly file: string; readonly frames: number }
  | { readonly kind: 'end' }

export interface CheckpointThread {
  /** Once it has resolved the thread has no file open. */
  close(): Promise<void>
}

export interface CheckpointThreadParts {
  /** The database file; it must be open already. */
  readonly file: string
  readonly start: (worker: URL, megabytes: number) => Worker
  readonly fault: (error: unknown) => void
  readonly worker?: URL
  readonly lookMs?: number
  readonly restartMs?: number
}

/** 4 MB: copied in about 1 ms, and seldom enough that its syncs do not stand in the way of the commits'. */
const FRAMES = 1_000
/** A page and its frame's header. */
const FRAME_BYTES = 4_120
/** JavaScript only; SQLite keeps 2 MB of pages beside it. */
const THREAD_MEGABYTES = 32
const LOOK_MS = 1_000
/** A full disk is full for a while. */
const RESTART_MS = 60_000

export function createCheckpointThread({
  file,
  start,
  fault,
  worker = workerFile(),
  lookMs = LOOK_MS,
  restartMs = RESTART_MS,
}: CheckpointThreadParts): CheckpointThread {
  let closing = false
  let live: Worker | null = null
  const begin = (): Worker => {
    const begun = start(worker, THREAD_MEGABYTES)
    let reason: unknown = new Error('the thread ended')
    begun.on('error', (error) => (reason = error))
    begun.on('exit', () => {
      live = null
      if (closing) return
      fault(reason)
      timer = lookAfter(restartMs)
    })
    begun.postMessage({ kind: 'watch', file, frames: FRAMES } satisfies ToCheckpoint)
    return begun
  }
  const look = (): void => {
    const bytes = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
    if (bytes < FRAMES * FRAME_BYTES) timer = lookAfter(lookMs)
    else live = begin()
  }
  const lookAfter = (ms: number): NodeJS.Timeout => setTimeout(look, ms).unref()
  let timer = lookAfter(lookMs)
  return {
    async close() {
      closing = true
      clearTimeout(timer)
      if (live === null) return
      const last = live
      // Never `terminate`: libsql 0.5.29 panics when its thread is ended inside a call, and takes the process along.
      await new Promise((resolve) => {
        last.once('exit', resolve)
        last.ref()
        last.postMessage({ kind: 'end' } satisfies ToCheckpoint)
      })
    },
  }
}

/** Beside this file in the source, beside main.js after the build. */
function workerFile(): URL {
  const source = new URL('./checkpoint-worker.ts', import.meta.url)
  return import.meta.url.endsWith('.ts') ? source : new URL(source.href.replace(/\.ts$/, '.js'))
}
