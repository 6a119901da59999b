/**
 * One act on people: judged and applied to the tables, inside the caller's transaction and in one go. The ledger calls it
 * with the record it countersigns. Doing twice is doing once. Left out: the rules themselves (protocol/act-rules.ts),
 * opening an invite (sqlite-invites.ts), telling open sockets (relay/hub.ts).
 */
import { cleanLine } from '#shared/lib/clean-line.ts'
import { documentNamed, kindOf, topicOf } from '#shared/lib/document-kinds.ts'
import type { DeviceId, MemberId } from '#shared/lib/ids.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import {
  isPossible,
  mayEndInvite,
  mayGrant,
  mayInvite,
  mayRemove,
  mayRevokeDevice,
  maySet,
} from '#shared/protocol/act-rules.ts'
import type { Act } from '#shared/records/acts.ts'
import type { SqliteDatabase } from '#server/log/sqlite-file.ts'
import type { Acted, Actor } from './acting.ts'
import { createGrants, type Grants } from './sqlite-grants.ts'
import { createInviteTable, type InviteTable } from './sqlite-invite-table.ts'
import { createMembers, type Member, type Members } from './sqlite-members.ts'

interface Tables {
  readonly members: Members
  readonly grants: Grants
  readonly invites: InviteTable
}

/** Who does it, as the tables say now, and when it reached the relay. */
interface Doing extends Tables {
  readonly actor: Actor
  readonly me: Member
  readonly at: number
}

type ActOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>

/** Statements are prepared once; the answered function is `performAct`. `at` is the relay's time, ms. */
export function createActs(db: SqliteDatabase): (actor: Actor, act: Act, at: number) => Acted {
  const members = createMembers(db)
  const tables = { members, grants: createGrants(db, members), invites: createInviteTable(db) }
  return (actor, act, at) => performAct(tables, actor, act, at)
}

function performAct(tables: Tables, actor: Actor, act: Act, at: number): Acted {
  const mine = tables.members.ownerOfDevice(actor.workspace, actor.device)
  if (mine === null || mine.revoked || mine.member.revoked || mine.member.id !== actor.member)
    return refuse('no-access')
  const isOfWorkspace = act.scope === documentNamed('workspace', actor.workspace)
  if (act.kind !== 'grant' && !isOfWorkspace) return refuse('malformed')
  const doing = { ...tables, actor, me: mine.member, at }
  switch (act.kind) {
    case 'invite':
      return act.outcome === 'made' ? makeInvite(doing, act) : endInvite(doing, act.subject)
    // Joining and linking happened when the invite was opened; the record says that it is known.
    case 'join':
      return act.subject === actor.member ? ok(null) : refuse('no-access')
    case 'member':
      return act.outcome === 'set' ? setMember(doing, act) : removeMember(doing, act.subject)
    case 'device':
      return act.outcome === 'linked'
        ? sayLinked(doing, act.subject)
        : revokeDevice(doing, act.subject)
    case 'grant':
      return grant(doing, act)
  }
}

function makeInvite(
  { invites, actor, me, at }: Doing,
  { subject, body }: Extract<ActOf<'invite'>, { outcome: 'made' }>,
): Acted {
  if (!mayInvite(me, body)) return refuse('no-access')
  if (body.for === 'member') {
    if (!isPossible(body)) return refuse('malformed')
    if (body.topics.length > 0 !== (body.right !== null)) return refuse('malformed')
  }
  if (body.for === 'recovery' && invites.sheetsOf(me.id, at) >= limits.recoverySheets)
    return refuse('too-many')
  return invites.add(subject, actor, body, at) ? ok(null) : refuse('malformed')
}

function endInvite(
  { invites, members, grants, actor, me }: Doing,
  subject: ActOf<'invite'>['subject'],
): Acted {
  const made = invites.madeBy(actor.workspace, subject)
  if (made === null) return refuse(mayEndInvite(me, 'member') ? 'not-found' : 'no-access')
  if (made.by !== me.id && !mayEndInvite(me, made.for)) return refuse('no-access')
  invites.end(subject)
  members.removeGuestsOf(subject)
  grants.endThoseOf(actor.workspace, subject)
  return ok(null)
}

function setMember(
  { members, actor, me }: Doing,
  { subject, body }: Extract<ActOf<'member'>, { outcome: 'set' }>,
): Acted {
  const target = members.find(actor.workspace, subject)
  if (target === null || target.revoked) return refuse('not-found')
  if (!maySet(me, target, body, target.id === me.id)) return refuse('no-access')
  const name = body.name === undefined ? null : cleanLine(body.name)
  const place = {
    access: body.access ?? target.access,
    outside: body.outside ?? target.outside,
    functions: body.functions ?? target.functions,
  }
  if (name === '' || !isPossible(place)) return refuse('malformed')
  if (place.access !== 'owner' && isLastOwner(members, actor, target)) return refuse('last-owner')
  members.set(subject, place, name)
  return ok(null)
}

function removeMember({ members, actor, me }: Doing, subject: MemberId): Acted {
  const target = members.find(actor.workspace, subject)
  if (target === null) return refuse('not-found')
  if (!mayRemove(me, target)) return refuse('no-access')
  if (!target.revoked && isLastOwner(members, actor, target)) return refuse('last-owner')
  members.remove(subject)
  return ok(null)
}

const isLastOwner = (members: Members, { workspace }: Actor, target: Member): boolean =>
  target.access === 'owner' && members.otherOwners(workspace, target.id) === 0

function sayLinked({ members, actor }: Doing, subject: DeviceId): Acted {
  const found = members.ownerOfDevice(actor.workspace, subject)
  return found?.member.id === actor.member ? ok(null) : refuse('no-access')
}

function revokeDevice({ members, actor, me }: Doing, subject: DeviceId): Acted {
  const found = members.ownerOfDevice(actor.workspace, subject)
  if (found === null) return refuse('not-found')
  if (!mayRevokeDevice(me, found.member, found.member.id === me.id)) return refuse('no-access')
  if (found.revoked) return ok(null)
  // The last device of the last owner: nobody could ever let them in again.
  if (found.member.access === 'owner' && members.otherOwners(actor.workspace, subject) === 0)
    return refuse('last-owner')
  members.revokeDevice(subject)
  return ok(null)
}

function grant({ members, grants, actor, me, at }: Doing, act: ActOf<'grant'>): Acted {
  const { scope, subject: topic } = act
  const kind = kindOf(scope)
  if ((kind !== 'brief' && kind !== 'task') || topicOf(scope) !== topic) return refuse('malformed')
  if (!mayGrant(me)) return refuse('no-access')
  const target = members.find(actor.workspace, act.body.member)
  if (target === null || target.revoked) return refuse('not-found')
  if (act.outcome === 'ended') {
    grants.end(actor.workspace, target.id, topic)
    return ok(null)
  }
  const others = grants.of(target.id).filter((one) => one.topic !== topic)
  if (others.length >= limits.grantsPerMember) return refuse('too-many')
  const { right, expiresAt } = act.body
  const { workspace, member: by } = actor
  grants.give({ workspace, member: target.id, topic, right, expiresAt, by, invite: null, at })
  return ok(null)
}
