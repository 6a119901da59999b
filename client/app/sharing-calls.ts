/** Sharing a brief by records: grants in the brief's scope, guest links in the workspace's (docs/decisions.md, 11 and 12). */
import { endInvite, makeInvite } from '#client/live/make-invite.ts'
import type { NewFact } from '#client/replica/kept-records.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { SharingCalls } from '#client/features/sharing/sharing-calls.ts'
import { topicOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { mayGrant, mayInvite, type Party } from '#shared/protocol/act-rules.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { readSharing } from '#shared/records/sharing.ts'

export function createSharingCalls(replica: Replica, brief: DocName): SharingCalls {
  const { identity, records, rights } = replica
  const topic = topicOf(brief)
  const people = peopleScope(identity.workspace.id)
  const me = (): Party => {
    const access = replica.access()
    return { ...(rights.standing() ?? { access, outside: access === 'guest' }), revoked: false }
  }
  const grant = async (outcome: 'given' | 'ended', body: NewFact['body']): Promise<boolean> => {
    const about = { kind: 'grant', scope: brief, subject: topic, outcome, body }
    return (await records.make({ ...about, contentHash: null, reason: '' })).ok
  }
  return {
    mayGrant: () => mayGrant(me()),
    mayMakeLinks: () => mayInvite(me(), { for: 'guest' }),
    async read() {
      const [ofBrief, ofPeople] = await Promise.all([records.of(brief), records.of(people)])
      return readSharing(topic, ofBrief, ofPeople, rights.now())
    },
    subscribe: records.subscribe,
    give: (member, right, expiresAt) => grant('given', { member, right, expiresAt }),
    end: (member) => grant('ended', { member }),
    async makeLink(wanted) {
      const made = await makeInvite(replica, {
        for: 'guest',
        ...wanted,
        topics: [...wanted.topics],
      })
      return made.ok ? made.value : null
    },
    endLink: async (id) => (await endInvite(replica, id)).ok,
    now: rights.now,
  }
}
