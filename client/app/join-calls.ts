/** The relay's HTTP calls as the people screens want them: bound to this device, and to its session where one is needed. */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import * as relay from '#client/replica/join.ts'
import type { InviteCalls, JoinCalls } from '#client/features/people/relay-calls.ts'
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
  }
}

export function createInviteCalls(
  environment: DeviceEnvironment,
  token: () => string | null,
): InviteCalls {
  return {
    invites: () => relay.invites(environment, token()),
    createInvite: (wanted) => relay.createInvite(environment, token(), wanted),
    revokeInvite: (id) => relay.revokeInvite(environment, token(), id),
  }
}
