/**
 * How often something came from each of many callers within one window of time, in bounded memory: who has not been
 * counted for longest is forgotten first. Left out: who a caller is (http/visit.ts) and what follows from too many.
 */
import { limits } from '#shared/protocol/limits.ts'

export interface Counted {
  /** Counts one of `who`; false when that is one too many. */
  take(who: string): boolean
  /** Whether `who` has used up the window, without counting. */
  isFull(who: string): boolean
  /** Whole seconds until `who` may come again, at least 1. */
  secondsLeft(who: string): number
  /** Callers remembered now. */
  size(): number
}

export interface CountedOptions {
  readonly now: () => number
  readonly windowMs: number
  /** How many each may in a window. */
  readonly atMost: number
}

interface Window {
  since: number
  count: number
}

export const MINUTE_MS = 60_000

export function createCounted({ now, windowMs, atMost }: CountedOptions): Counted {
  const windows = new Map<string, Window>()
  /** A clock set back starts a new window, too: nobody waits for hours that have been already. */
  const live = (who: string): Window | null => {
    const known = windows.get(who)
    if (known === undefined) return null
    const age = now() - known.since
    return age >= 0 && age < windowMs ? known : null
  }
  const begin = (who: string): Window => {
    const window = { since: now(), count: 0 }
    windows.delete(who)
    windows.set(who, window)
    for (const oldest of windows.keys()) {
      if (windows.size <= limits.callersCounted) break
      windows.delete(oldest)
    }
    return window
  }
  return {
    take(who) {
      const window = live(who) ?? begin(who)
      if (window.count >= atMost) return false
      window.count += 1
      return true
    },
    isFull: (who) => (live(who)?.count ?? 0) >= atMost,
    secondsLeft(who) {
      const window = live(who)
      return window === null ? 1 : Math.max(1, Math.ceil((window.since + windowMs - now()) / 1000))
    },
    size: () => windows.size,
  }
}
