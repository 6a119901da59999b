/** What the end of a socket means, and how long to wait before the next: pure, so that every code is a test. */
import { closeReasonOf, isFinalClose } from '#shared/protocol/close-codes.ts'

/**
 * `fault`: the relay could not make sense of this app (its 4400 and 4413); connecting again would repeat it.
 * `crowded`: too much came from this network at once; the relay lets it in again within a minute.
 * Editing goes on in every one of these states.
 */
export type LinkState =
  /** Made offline and not shared yet: there is no relay to reach. */
  | 'alone'
  | 'offline'
  | 'connecting'
  | 'ready'
  | 'relay-down'
  | 'crowded'
  | 'signed-out'
  | 'no-access'
  | 'too-old'
  | 'fault'

export interface AfterClose {
  /** Null: try again later. */
  readonly stop: 'signed-out' | 'no-access' | 'too-old' | 'fault' | null
  readonly forgetSession: boolean
  /** What this is until the next try. */
  readonly meanwhile?: 'crowded'
}

/** `hadSession`: a refused token is worth one try with the key, so the first 4401 with a session is not final. */
export function afterClose(code: number, hadSession: boolean): AfterClose {
  const reason = closeReasonOf(code)
  switch (reason) {
    case 'signed-out':
      return { stop: hadSession ? null : 'signed-out', forgetSession: true }
    case 'no-access':
      return { stop: 'no-access', forgetSession: true }
    case 'version':
      return { stop: 'too-old', forgetSession: false }
    case 'session-over':
      return { stop: null, forgetSession: true }
    case 'too-many-from-here':
    case 'too-many-sockets':
      return { stop: null, forgetSession: false, meanwhile: 'crowded' }
    case 'hello-late':
      return { stop: null, forgetSession: false }
    default:
      return { stop: isFinalClose(code) ? 'fault' : null, forgetSession: false }
  }
}

/** Full jitter: anywhere between nothing and a doubling limit of 1 to 30 s. `chance` in [0, 1). */
export const retryWait = (failures: number, chance: number): number =>
  Math.round(chance * Math.min(30_000, 1_000 * 2 ** (failures - 1)))
