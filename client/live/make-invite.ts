/**
 * Inviting by record alone: a signed fact on this device, sent like any other work, so that it is done offline, too. The
 * secret is made here and stands in the link only; the record has its hash. Left out: who may (the relay judges), which
 * invites there are (follow-invites.ts).
 */
import type { MakeRefusal } from '#client/replica/kept-records.ts'
import type { Replica } from '#client/replica/replica.ts'
import { randomId, type InviteId } from '#shared/lib/ids.ts'
import { ok, type Result } from '#shared/lib/result.ts'
import type { InviteKey } from '#shared/protocol/http.ts'
import type { Invitation } from '#shared/records/acts.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { hashToText } from '#shared/records/texts.ts'

/** The part of a replica that inviting needs. */
export type Inviting = Pick<Replica, 'identity' | 'records' | 'address'>

/** What the link is for. `expiresAt` in ms; the relay lets none last longer than the limits say. */
export type Wanted = Invitation extends infer One
  ? One extends Invitation
    ? Omit<One, 'secretHash'>
    : never
  : never

export interface MadeInvite {
  readonly id: InviteId
  /** Complete, with the secret behind `#`. It opens once the record is sent, and is nowhere else. */
  readonly link: string
}

/** `key`: where id and secret follow from something, as with a code that is typed. */
export async function makeInvite(
  replica: Inviting,
  wanted: Wanted,
  key: InviteKey = newKey(),
): Promise<Result<MadeInvite, MakeRefusal>> {
  const secretHash = hashToText(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key.secret))),
  )
  const id = key.id as InviteId
  const made = await record(replica, id, 'made', { ...wanted, secretHash })
  if (!made.ok) return made
  return ok({ id, link: `${await replica.address()}/join#${id}.${key.secret}` })
}

/** Whoever came by it and is no guest stays. */
export const endInvite = (replica: Inviting, id: InviteId): Promise<Result<string, MakeRefusal>> =>
  record(replica, id, 'ended', {})

const record = (
  { identity, records }: Inviting,
  subject: InviteId,
  outcome: 'made' | 'ended',
  body: Parameters<Replica['records']['make']>[0]['body'],
): Promise<Result<string, MakeRefusal>> =>
  records.make({
    kind: 'invite',
    scope: peopleScope(identity.workspace.id),
    subject,
    contentHash: null,
    outcome,
    reason: '',
    body,
  })

/** 256 random bits, base64url. */
const newKey = (): InviteKey => ({
  id: randomId() as InviteId,
  secret: hashToText(crypto.getRandomValues(new Uint8Array(32))),
})
