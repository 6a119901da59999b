/**
 * Who is connected from one address before it is known who they are: a bounded number at a time, so that nobody can fill
 * the relay with sockets that never sign in. Left out: how long one may stay unknown (sync-session.ts).
 */
import { limits } from '#shared/protocol/limits.ts'

export interface Strangers {
  /** Answers what to call once it is known or gone (again does nothing); null when the address has too many. */
  enter(address: string): (() => void) | null
  /** Addresses with somebody unknown. */
  addresses(): number
}

export function createStrangers(): Strangers {
  const unknown = new Map<string, number>()
  return {
    enter(address) {
      const count = unknown.get(address) ?? 0
      if (count >= limits.unknownSockets) return null
      unknown.set(address, count + 1)
      let isIn = true
      return () => {
        if (!isIn) return
        isIn = false
        const left = (unknown.get(address) ?? 1) - 1
        if (left === 0) unknown.delete(address)
        else unknown.set(address, left)
      }
    },
    addresses: () => unknown.size,
  }
}
