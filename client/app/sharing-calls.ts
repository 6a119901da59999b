/** Sharing a brief by records: grants in the brief's scope, guest links in the workspace's (docs/decisions.md, 11 and 12). */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import { bytesToBase64url } from '#client/replica/base64url.ts'
import type { NewFact } from '#client/replica/kept-records.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { SharingCalls } from '#client/features/sharing/sharing-calls.ts'
import { topicOf } from '#shared/lib/document-kinds.ts'
import { newId, type DocName, type InviteId } from '#shared/lib/ids.ts'
import { isInside, isLeading } from '#shared/protocol/audiences.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { readSharing } from '#shared/records/sharing.ts'
import { hashToText } from '#shared/records/texts.ts'

const secretBytes = 32

export function createSharingCalls(
  { crypto }: Pick<DeviceEnvironment, 'crypto'>,
  {
    identity,
    records,
    rights,
    access,
  }: Pick<Replica, 'identity' | 'records' | 'rights' | 'access'>,
  brief: DocName,
): SharingCalls {
  const topic = topicOf(brief)
  const people = peopleScope(identity.workspace.id)
  const standing = () => rights.standing() ?? { access: access(), outside: access() === 'guest' }
  const make = async (fact: Omit<NewFact, 'contentHash' | 'reason'>): Promise<boolean> =>
    (await records.make({ contentHash: null, reason: '', ...fact })).ok
  const grant = (outcome: 'given' | 'ended', body: NewFact['body']): Promise<boolean> =>
    make({ kind: 'grant', scope: brief, subject: topic, outcome, body })
  return {
    mayGrant: () => isInside(standing()) && standing().access !== 'viewer',
    mayMakeLinks: () => isInside(standing()) && isLeading(standing().access),
    async read() {
      const [ofBrief, ofPeople] = await Promise.all([records.of(brief), records.of(people)])
      return readSharing(topic, ofBrief, ofPeople, rights.now())
    },
    subscribe: records.subscribe,
    give: (member, right, expiresAt) => grant('given', { member, right, expiresAt }),
    end: (member) => grant('ended', { member }),
    async makeLink({ topics, right, expiresAt, uses }) {
      const random = crypto.getRandomValues(new Uint8Array(secretBytes))
      const secret = bytesToBase64url(random)
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
      const secretHash = hashToText(new Uint8Array(hash))
      const id = newId((bytes) => void crypto.getRandomValues(bytes)) as InviteId
      const body = { for: 'guest', topics: [...topics], right, expiresAt, uses, secretHash }
      const fact = { kind: 'invite', scope: people, subject: id, outcome: 'made', body }
      if (!(await make(fact))) return null
      return { id, link: `${identity.relay}/join#${id}.${secret}` }
    },
    endLink: (id) =>
      make({ kind: 'invite', scope: people, subject: id, outcome: 'ended', body: {} }),
    now: rights.now,
  }
}
