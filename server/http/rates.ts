/**
 * What one address may ask for in a minute: files and calls together, calls alone. Two hundred people of one office join
 * through one address at once, so these are figures against floods, not against people (docs/decisions.md, part 17).
 */
import type { MiddlewareHandler } from 'hono'
import { createCounted, MINUTE_MS } from '#server/relay/counted.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { AppEnv } from './deps.ts'
import { refused } from './refuse.ts'
import { visitOf } from './visit.ts'

export interface Rates {
  /** Of anything by HTTP. */
  readonly requests: MiddlewareHandler<AppEnv>
  /** Of `/api`, beside `requests`. */
  readonly calls: MiddlewareHandler<AppEnv>
  /** For an upgrade to a socket, which passes no middleware: the seconds to wait, or null when it may. */
  upgrade(address: string): number | null
}

export function createRates(now: () => number): Rates {
  const perMinute = (atMost: number) => createCounted({ now, windowMs: MINUTE_MS, atMost })
  const requests = perMinute(limits.requestsPerMinute)
  const calls = perMinute(limits.callsPerMinute)
  const limited =
    (counted: typeof requests): MiddlewareHandler<AppEnv> =>
    async (context, next) => {
      const { countedAs } = visitOf(context.env.incoming)
      if (!counted.take(countedAs))
        return refused(context, 'too-many-requests', counted.secondsLeft(countedAs))
      await next()
      return undefined
    }
  return {
    requests: limited(requests),
    calls: limited(calls),
    upgrade: (address) => (requests.take(address) ? null : requests.secondsLeft(address)),
  }
}
