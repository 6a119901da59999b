/** People of every role on one running relay, and acts on them as the ledger will perform them. */
import type { Actor } from '#server/directory/acting.ts'
import type { DeviceRecord } from '#server/directory/directory.ts'
import { hashSecret } from '#server/relay/sign-in.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import { randomId, type InviteId, type MemberId, type Topic } from '#shared/lib/ids.ts'
import { deviceIdSchema } from '#shared/protocol/names.ts'
import type { InviteKey } from '#shared/protocol/http.ts'
import type { Act, Invitation, MemberChange } from '#shared/records/acts.ts'
import type { GrantedRight } from '#shared/lib/access.ts'
import { joinAs, signIn, type Device, type Key } from './device.ts'
import type { RunningRelay } from './running-relay.ts'

export interface Acting {
  /** Performs an act as the owner, and open sockets follow. */
  act(one: ActBody): Promise<void>
  invite(body: Unsealed): Promise<InviteKey>
  grant(to: MemberId, topic: Topic, right: GrantedRight, expiresAt?: number | null): Promise<void>
  endGrant(of: MemberId, topic: Topic): Promise<void>
  set(member: MemberId, change: MemberChange): Promise<void>
  remove(member: MemberId): Promise<void>
  /** A guest by a link of their own. */
  guest(topics: Topic[], right: GrantedRight, name?: string): Promise<Device>
  /** Somebody outsourced, with nothing granted. */
  outsider(name?: string): Promise<Device>
}

type ActBody = Act extends infer One ? (One extends Act ? Omit<One, 'scope'> : never) : never
type Unsealed = Invitation extends infer One
  ? One extends Invitation
    ? Omit<One, 'secretHash' | 'expiresAt'>
    : never
  : never

export async function actingOn(running: RunningRelay, now: () => number): Promise<Acting> {
  const { directory, hub } = running.relay.engine()
  const owner = await directory.device(deviceIdSchema.parse(running.owner.device))
  if (owner === null) throw new Error('the owner is not there')
  const workspace = owner.workspace.id
  const perform = async (one: Act): Promise<void> => {
    const done = await directory.perform(actorOf(owner), one, now())
    if (!done.ok) throw new Error(`${one.kind} ${one.outcome}: ${done.refusal}`)
    await hub.standingChanged(workspace)
  }
  const acting: Acting = {
    act: (one) => perform({ ...one, scope: documentNamed('workspace', workspace) } as Act),
    async invite(body) {
      const secret = Buffer.from(randomId() + randomId())
        .toString('base64url')
        .slice(0, 43)
      const id = randomId() as InviteId
      const secretHash = Buffer.from(hashSecret(secret)).toString('base64url')
      const sealed = { ...body, secretHash, expiresAt: now() + 3_600_000 } as Invitation
      await acting.act({ kind: 'invite', outcome: 'made', subject: id, body: sealed })
      return { id, secret }
    },
    grant: (member, topic, right, expiresAt = null) =>
      perform({
        kind: 'grant',
        outcome: 'given',
        scope: documentNamed('brief', topic),
        subject: topic,
        body: { member, right, expiresAt },
      }),
    endGrant: (member, topic) =>
      perform({
        kind: 'grant',
        outcome: 'ended',
        scope: documentNamed('brief', topic),
        subject: topic,
        body: { member },
      }),
    set: (subject, body) => acting.act({ kind: 'member', outcome: 'set', subject, body }),
    remove: (subject) => acting.act({ kind: 'member', outcome: 'removed', subject, body: {} }),
    async guest(topics, right, name = 'Guest') {
      const invite = await acting.invite({ for: 'guest', topics, right, uses: 1 })
      return signIn(running.address, await joinAs(running.address, invite, name))
    },
    async outsider(name = 'Outsider') {
      return signIn(running.address, await outsiderKey(running, acting, name))
    },
  }
  return acting
}

async function outsiderKey(running: RunningRelay, acting: Acting, name: string): Promise<Key> {
  const invite = await acting.invite({
    for: 'member',
    access: 'member',
    outside: true,
    functions: ['translator'],
    topics: [],
    right: null,
    uses: 1,
  })
  return joinAs(running.address, invite, name)
}

const actorOf = ({ workspace, member, id }: DeviceRecord): Actor => ({
  workspace: workspace.id,
  member,
  device: id,
})
