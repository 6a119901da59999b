/**
 * Who may do what to people, as pure rules over plain values: owner and lead invite, grant and set; only an owner makes
 * or unmakes owners and leads; everybody sets their own name, links and revokes their own devices. Left out: the last
 * owner and everything else that only the tables know (acts.ts).
 */
import { isInside, isLeading } from '#shared/protocol/audiences.ts'
import type { Invitation, MemberChange } from '#shared/records/acts.ts'
import type { Member } from './sqlite-members.ts'

type Party = Pick<Member, 'access' | 'outside' | 'revoked'>

const leads = (actor: Party): boolean =>
  !actor.revoked && isInside(actor) && isLeading(actor.access)

/** Those at the actor's own height and above are for owners. */
const leadsOver = (actor: Party, target: Party): boolean =>
  leads(actor) && (actor.access === 'owner' || !isLeading(target.access))

/** Asked when an invite is made, and again when it is used: one whose maker may no longer lets nobody in. */
export function mayInvite(
  actor: Party,
  invitation: Pick<Invitation, 'for'> & { access?: unknown },
): boolean {
  if (invitation.for === 'device') return !actor.revoked
  const makesLead = invitation.access === 'owner' || invitation.access === 'lead'
  return leads(actor) && (actor.access === 'owner' || !makesLead)
}

/** Ends somebody else's invite; one's own may always be ended. */
export const mayEndInvites = leads

export function maySet(
  actor: Party,
  target: Party,
  change: MemberChange,
  isSelf: boolean,
): boolean {
  const isPlace = change.access !== undefined || change.outside !== undefined
  if (isSelf && !isPlace) return change.functions === undefined || leads(actor)
  const makesLead = change.access !== undefined && isLeading(change.access)
  return leadsOver(actor, target) && (actor.access === 'owner' || !makesLead)
}

export const mayRemove = leadsOver

export const mayRevokeDevice = (actor: Party, target: Party, isSelf: boolean): boolean =>
  isSelf || leadsOver(actor, target)

/** Owner, lead and member inside; not viewers, whoever is outside, nor guests. */
export const mayGrant = (actor: Party): boolean =>
  !actor.revoked && isInside(actor) && actor.access !== 'viewer'

/** Owners and leads are inside, guests outside. */
export const isPossible = ({ access, outside }: Pick<Party, 'access' | 'outside'>): boolean =>
  outside ? !isLeading(access) : access !== 'guest'
