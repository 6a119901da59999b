/**
 * Who may do what to people, as pure rules over plain values, asked by the relay and by the app alike: owner and lead
 * invite, grant and set; only an owner makes or unmakes owners and leads; everybody sets their own name, links and revokes
 * their own devices. Left out: the last owner and everything else that only tables know (server/directory/acts.ts).
 */
import type { Access } from '#shared/lib/access.ts'
import { isInside, isLeading } from './audiences.ts'

/** What an invite is for, and what a change of a member holds: as records say it (records/acts.ts). */
type Purpose = 'member' | 'guest' | 'device' | 'recovery'
interface Change {
  readonly access?: Access | undefined
  readonly outside?: boolean | undefined
  readonly functions?: readonly string[] | undefined
  readonly name?: string | undefined
}

/** What is asked of a member to judge what they do, or what is done to them. */
export interface Party {
  readonly access: Access
  readonly outside: boolean
  /** No longer here. */
  readonly revoked: boolean
}

const leads = (actor: Party): boolean =>
  !actor.revoked && isInside(actor) && isLeading(actor.access)

/** Those at the actor's own height and above are for owners. */
const leadsOver = (actor: Party, target: Party): boolean =>
  leads(actor) && (actor.access === 'owner' || !isLeading(target.access))

/** Asked when an invite is made, and again when it is used: one whose maker may no longer lets nobody in. */
export function mayInvite(
  actor: Party,
  invitation: { readonly for: Purpose; readonly access?: unknown },
): boolean {
  if (invitation.for === 'device') return !actor.revoked
  // A door that stays for years is for those whom nobody else could let in again.
  if (invitation.for === 'recovery') return leads(actor) && actor.access === 'owner'
  const makesLead = invitation.access === 'owner' || invitation.access === 'lead'
  return leads(actor) && (actor.access === 'owner' || !makesLead)
}

/** Ends somebody else's invite; one's own may always be ended. A way back for an owner is ended by owners. */
export const mayEndInvite = (actor: Party, purpose: Purpose): boolean =>
  leads(actor) && (purpose !== 'recovery' || actor.access === 'owner')

export function maySet(actor: Party, target: Party, change: Change, isSelf: boolean): boolean {
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

/**
 * Accepts or returns a brief: whoever takes the work on, so everybody of the company who may write in it. That it should be
 * somebody else than the submitter is the workspace's to say, not a right.
 */
export const mayDecideBrief = (actor: Party): boolean => mayGrant(actor)

/** How the team works is for whoever answers for it. */
export const mayPublishSop = (actor: Party): boolean => leads(actor)

/** Owners and leads are inside, guests outside. */
export const isPossible = ({ access, outside }: Pick<Party, 'access' | 'outside'>): boolean =>
  outside ? !isLeading(access) : access !== 'guest'
