/**
 * What inviting leaves on record: who made an invite, for whom, and who ended it (docs/decisions.md, 12). The relay has
 * made it by then; a record that cannot be made takes nothing back.
 */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Invited } from '#client/replica/join.ts'
import type { NewFact } from '#client/replica/kept-records.ts'
import type { Replica } from '#client/replica/replica.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { hashToText } from '#shared/records/texts.ts'

type Recording = Pick<Replica, 'identity' | 'records'>

export async function recordInvite(
  { crypto }: Pick<DeviceEnvironment, 'crypto'>,
  replica: Recording,
  { invite, link }: Invited,
): Promise<void> {
  const secret = link.slice(link.lastIndexOf('.') + 1)
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  await record(replica, invite.id, 'made', {
    for: 'member',
    access: invite.access,
    outside: false,
    functions: [],
    topics: [],
    right: null,
    expiresAt: invite.expiresAt,
    uses: invite.maxUses,
    secretHash: hashToText(new Uint8Array(hash)),
  })
}

export const recordEnd = (replica: Recording, invite: string): Promise<void> =>
  record(replica, invite, 'ended', {})

async function record(
  { identity, records }: Recording,
  invite: string,
  outcome: 'made' | 'ended',
  body: NewFact['body'],
): Promise<void> {
  const made = await records.make({
    kind: 'invite',
    scope: peopleScope(identity.workspace.id),
    subject: invite,
    contentHash: null,
    outcome,
    reason: '',
    body,
  })
  if (!made.ok) console.error(`an invite could not be recorded: ${made.refusal}`)
}
