/**
 * Opening invites in SQLite: looked at, used. A wrong secret and an unknown invite give the same answer; only who
 * holds the secret learns why one no longer works. An invite works while whoever made it might still make it. Left out:
 * making and ending (acts.ts).
 */
import { timingSafeEqual } from 'node:crypto'
import type { DeviceId, InviteId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { isInside } from '#shared/protocol/audiences.ts'
import { mayInvite } from '#shared/protocol/act-rules.ts'
import { inTransaction, type SqliteDatabase } from '#server/log/sqlite-file.ts'
import type { DeviceRecord, Directory, InviteRefusal, Joining, SeenInvite } from './directory.ts'
import { createGrants } from './sqlite-grants.ts'
import { createInviteTable, type StoredInvite } from './sqlite-invite-table.ts'
import type { Join } from './sqlite-join.ts'
import { createMembers } from './sqlite-members.ts'

type Invites = Pick<Directory, 'lookAtInvite' | 'redeemInvite'>

export function createInvites(
  db: SqliteDatabase,
  device: (id: DeviceId) => DeviceRecord | null,
  join: Join,
): Invites {
  const table = createInviteTable(db)
  const members = createMembers(db)
  const grants = createGrants(db, members)

  const known = (id: InviteId, secretHash: Uint8Array): StoredInvite | null => {
    const invite = table.find(id)
    return invite !== null && sameBytes(invite.secretHash, secretHash) ? invite : null
  }
  const whyNot = (invite: StoredInvite, now: number): InviteRefusal | null => {
    const maker = members.find(invite.workspace.id, invite.maker)
    if (invite.revoked || maker === null || !mayInvite(maker, invite)) return 'invite-revoked'
    if (invite.expiresAt <= now) return 'invite-expired'
    if (invite.uses >= invite.maxUses) return 'invite-used-up'
    return null
  }
  const grant = (
    invite: StoredInvite,
    { member }: Pick<DeviceRecord, 'member'>,
    at: number,
  ): void => {
    const { workspace, topics, right, maker: by, expiresAt } = invite
    const isLink = invite.for === 'guest'
    if (right === null) return
    for (const topic of topics)
      grants.give({
        workspace: workspace.id,
        member,
        topic,
        right,
        expiresAt: isLink ? expiresAt : null,
        by,
        invite: isLink ? invite.id : null,
        at,
      })
  }
  /** A person of this workspace opens an invite with a key that is known. */
  const openAgain = (
    invite: StoredInvite,
    there: DeviceRecord,
    at: number,
  ): Result<DeviceRecord, InviteRefusal> => {
    // A device that joined and lost the answer asks again: it is told the same and the invite is not used twice.
    const isNothingNew =
      invite.for !== 'guest' ||
      isInside(there) ||
      invite.topics.every((topic) => there.grants.some((one) => one.topic === topic))
    if (isNothingNew) return ok(there)
    const refusal = whyNot(invite, at)
    if (refusal !== null) return refuse(refusal)
    table.useOnce(invite.id)
    const fresh = invite.topics.filter((topic) => !there.grants.some((one) => one.topic === topic))
    grant({ ...invite, topics: fresh }, there, at)
    return ok(device(there.id) ?? there)
  }
  const enter = (invite: StoredInvite, joining: Joining): DeviceRecord => {
    const { workspace, access, outside, functions, maker } = invite
    table.useOnce(invite.id)
    if (invite.for === 'device' || invite.for === 'recovery') return join.device(maker, joining)
    const guestOf = invite.for === 'guest' ? invite.id : null
    const place = { access, outside, functions, invitedBy: maker, guestOf }
    const joined = join.member(workspace.id, place, joining)
    grant(invite, joined, joining.at)
    return device(joined.id) ?? joined
  }

  return {
    async lookAtInvite(id, secretHash, now) {
      const invite = known(id, secretHash)
      if (invite === null) return refuse('invite-wrong')
      const refusal = whyNot(invite, now)
      if (refusal !== null) return refuse(refusal)
      const { workspace, access, expiresAt } = invite
      const { id: workspaceId, name } = workspace
      const kind = toldFor(invite)
      const by = { name: invite.makerName, topics: invite.topics.length }
      return ok({ for: kind, workspace: name, id: workspaceId, access, expiresAt, ...by })
    },
    async redeemInvite(id, secretHash, joining) {
      return inTransaction(db, (): Result<DeviceRecord, InviteRefusal> => {
        const invite = known(id, secretHash)
        if (invite === null) return refuse('invite-wrong')
        const there = device(joining.device)
        const refusal = whyNot(invite, joining.at)
        if (
          there !== null &&
          there.workspace.id === invite.workspace.id &&
          !there.revoked &&
          refusal !== 'invite-revoked'
        )
          return openAgain(invite, there, joining.at)
        if (refusal !== null) return refuse(refusal)
        // The key belongs to another workspace, or was revoked: this invite is not for it.
        if (there !== null) return refuse('invite-wrong')
        return ok(enter(invite, joining))
      })
    },
  }
}

/** Whoever opens a recovery sheet links one more device, like any other. */
const toldFor = (invite: Pick<StoredInvite, 'for'>): SeenInvite['for'] =>
  invite.for === 'recovery' ? 'device' : invite.for

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other)
