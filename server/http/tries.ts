/** Wrong invite secrets per address within an hour. Left out: everything else an address does. */
import { limits } from '#shared/protocol/limits.ts'

const HOUR = 60 * 60_000
/** Addresses remembered; beyond, the oldest are forgotten. */
const ADDRESSES = 10_000

export interface Tries {
  isTooMany(address: string): boolean
  wrong(address: string): void
}

export function createTries(now: () => number): Tries {
  const tried = new Map<string, { since: number; count: number }>()
  const of = (address: string): { since: number; count: number } => {
    const known = tried.get(address)
    if (known !== undefined && now() - known.since < HOUR) return known
    const fresh = { since: now(), count: 0 }
    tried.delete(address)
    tried.set(address, fresh)
    for (const oldest of tried.keys()) {
      if (tried.size <= ADDRESSES) break
      tried.delete(oldest)
    }
    return fresh
  }
  return {
    isTooMany: (address) => of(address).count >= limits.inviteTriesPerHour,
    wrong(address) {
      of(address).count += 1
    },
  }
}
