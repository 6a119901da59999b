/** The relay's HTTP calls of somebody without a key, as the way in wants them. */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import * as relay from '#client/replica/join.ts'
import type { JoinCalls } from '#client/features/people/relay-calls.ts'
import { ok } from '#shared/lib/result.ts'

export function createJoinCalls(
  environment: DeviceEnvironment,
  joined: (identity: Identity) => void,
): JoinCalls {
  return {
    relayState: () => relay.relayState(environment),
    look: (invite) => relay.lookAtInvite(environment, invite),
    async join(as) {
      const answer = await relay.join(environment, as)
      if (!answer.ok) return answer
      joined(answer.value)
      return ok(null)
    },
    async openDemo() {
      const { startDemo } = await import('./demo-calls.ts')
      const made = await startDemo(environment)
      if (!made.ok) return made
      joined(made.value)
      return ok(null)
    },
    async foundAlone(as) {
      const made = await relay.foundAlone(environment, as)
      if (!made.ok) return made
      joined(made.value)
      return ok(null)
    },
  }
}
