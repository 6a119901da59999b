/** A Log in front of the real one whose commits fail or hang while a test says so. */
import type { Log } from '#server/log/log.ts'

export interface FaultyLog {
  wrap(log: Log): Log
  /** Every commit, also one that hangs, rejects with this until `heal`. */
  fail(error: Error): void
  /** Commits wait until `heal`. Resolves when one is waiting. */
  hang(): Promise<void>
  heal(): void
}

export function createFaultyLog(): FaultyLog {
  let failing: Error | null = null
  let hanging: { released: Promise<void>; release: () => void; arrived: () => void } | null = null
  return {
    wrap: (log) => ({
      ...log,
      async append(batches) {
        hanging?.arrived()
        await hanging?.released
        if (failing !== null) throw failing
        await log.append(batches)
      },
    }),
    fail(error) {
      failing = error
      hanging?.release()
      hanging = null
    },
    hang() {
      let release = (): void => undefined
      const released = new Promise<void>((resolve) => (release = resolve))
      return new Promise((arrived) => (hanging = { released, release, arrived }))
    },
    heal() {
      failing = null
      hanging?.release()
      hanging = null
    },
  }
}
