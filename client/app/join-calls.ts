/** The relay's HTTP calls as the people screens want them: bound to this device, and to its session where one is needed. */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import { recordEnd, recordInvite } from './invite-records.ts'
import type { Replica } from '#client/replica/replica.ts'
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
    async foundAlone(as) {
      const made = await relay.foundAlone(environment, as)
      if (!made.ok) return made
      joined(made.value)
      return ok(null)
    },
  }
}

export function createInviteCalls(
  environment: DeviceEnvironment,
  replica: Pick<Replica, 'identity' | 'records' | 'sessionToken'>,
): InviteCalls {
  const { sessionToken: token } = replica
  return {
    invites: () => relay.invites(environment, token()),
    async createInvite(wanted) {
      const made = await relay.createInvite(environment, token(), wanted)
      if (made.ok) await recordInvite(environment, replica, made.value)
      return made
    },
    async revokeInvite(id) {
      const ended = await relay.revokeInvite(environment, token(), id)
      if (ended.ok) await recordEnd(replica, id)
      return ended
    },
  }
}
