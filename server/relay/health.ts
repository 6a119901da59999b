/** Whether commits succeed: red from a failed or hanging one until one succeeds. */
import type { Log } from '#server/log/log.ts'

const HANGING_MS = 5_000

export interface Health {
  isGreen(): boolean
  /** The Log whose appends are watched. */
  watching(log: Log): Log
  /** Seconds of the last commits, for metrics. */
  readonly observe: { commit: (seconds: number) => void }
}

export function createHealth(now: () => number): Health {
  let failed = false
  let began: number | null = null
  const observe = { commit: (_seconds: number): void => undefined }
  return {
    observe,
    isGreen: () => !failed && (began === null || now() - began < HANGING_MS),
    watching: (log) => ({
      ...log,
      async append(batches) {
        began = now()
        const start = performance.now()
        try {
          await log.append(batches)
          failed = false
        } catch (error) {
          failed = true
          throw error
        } finally {
          began = null
          observe.commit((performance.now() - start) / 1000)
        }
      },
    }),
  }
}
