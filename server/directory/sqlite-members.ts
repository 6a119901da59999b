/**
 * Members and their devices in SQLite: read as the rules need them, changed, taken away for good. Sessions of whoever is
 * revoked end with it. Runs inside the caller's transaction. Left out: who may (act-rules.ts).
 */
import * as z from 'zod/mini'
import {
  accessLevels,
  memberFunctions,
  type Access,
  type MemberFunction,
} from '#shared/lib/access.ts'
import type { DeviceId, InviteId, MemberId, WorkspaceId } from '#shared/lib/ids.ts'
import type { SqliteDatabase } from '#server/log/sqlite-file.ts'
import { numberIn, prepare, textIn, type Cells } from '#server/log/sqlite-statement.ts'

export interface Member {
  readonly id: MemberId
  readonly access: Access
  readonly outside: boolean
  readonly functions: readonly MemberFunction[]
  readonly revoked: boolean
}

export interface Members {
  find(workspace: WorkspaceId, id: MemberId): Member | null
  ownerOfDevice(
    workspace: WorkspaceId,
    device: DeviceId,
  ): { member: Member; revoked: boolean } | null
  /** Owners who could still sign in without this member, or without this device. */
  otherOwners(workspace: WorkspaceId, without: MemberId | DeviceId): number
  /** `name` null: as it is. Who is no guest any more does not go with their link. */
  set(
    id: MemberId,
    place: Pick<Member, 'access' | 'outside' | 'functions'>,
    name: string | null,
  ): void
  remove(id: MemberId): void
  removeGuestsOf(invite: InviteId): void
  revokeDevice(device: DeviceId): void
  /** What they may do has changed: their open sockets notice. */
  touch(id: MemberId): void
}

const MEMBER = 'member.id, member.access, member.outside, member.functions, member.revoked'

export function createMembers(db: SqliteDatabase): Members {
  const find = prepare(db, `SELECT ${MEMBER} FROM member WHERE workspace = ? AND id = ?`)
  const byDevice = prepare(
    db,
    `SELECT ${MEMBER}, device.revoked AS device_revoked FROM member JOIN device ON device.member = member.id
     WHERE member.workspace = ? AND device.id = ?`,
  )
  const owners = prepare(
    db,
    `SELECT COUNT(DISTINCT member.id) AS others FROM member JOIN device ON device.member = member.id
     WHERE member.workspace = ? AND member.access = 'owner' AND member.revoked = 0 AND device.revoked = 0
       AND member.id <> ? AND device.id <> ?`,
  )
  const set = prepare(
    db,
    `UPDATE member SET access = ?, outside = ?, functions = ?, name = COALESCE(?, name), access_version = access_version + 1,
       guest_of = CASE WHEN ? = 'guest' THEN guest_of END WHERE id = ?`,
  )
  const remove = prepare(
    db,
    'UPDATE member SET revoked = 1, access_version = access_version + 1 WHERE id = ? AND revoked = 0',
  )
  const guests = prepare(db, 'SELECT id FROM member WHERE guest_of = ? AND revoked = 0')
  const revokeDevice = prepare(db, 'UPDATE device SET revoked = 1 WHERE id = ?')
  const touch = prepare(db, 'UPDATE member SET access_version = access_version + 1 WHERE id = ?')
  const touchOwner = prepare(
    db,
    'UPDATE member SET access_version = access_version + 1 WHERE id = (SELECT member FROM device WHERE id = ?)',
  )
  const endOfMember = prepare(
    db,
    'DELETE FROM session WHERE device IN (SELECT id FROM device WHERE member = ?)',
  )
  const endOfDevice = prepare(db, 'DELETE FROM session WHERE device = ?')
  const removeOne = (id: string): void => {
    remove.run([id])
    endOfMember.run([id])
  }
  return {
    find(workspace, id) {
      const cells = find.one([workspace, id])
      return cells === null ? null : readMember(cells)
    },
    ownerOfDevice(workspace, device) {
      const cells = byDevice.one([workspace, device])
      return cells === null
        ? null
        : { member: readMember(cells), revoked: numberIn(cells, 'device_revoked') !== 0 }
    },
    otherOwners: (workspace, without) =>
      numberIn(owners.one([workspace, without, without]) ?? {}, 'others'),
    set(id, { access, outside, functions }, name) {
      const listed = JSON.stringify([...new Set(functions)])
      set.run([access, outside ? 1 : 0, listed, name, access, id])
    },
    remove: removeOne,
    removeGuestsOf(invite) {
      for (const cells of guests.all([invite])) removeOne(textIn(cells, 'id'))
    },
    revokeDevice(device) {
      revokeDevice.run([device])
      touchOwner.run([device])
      endOfDevice.run([device])
    },
    touch: (id) => void touch.run([id]),
  }
}

const functionsStored = z.array(z.enum(memberFunctions))

/** A JSON list of functions as a member or invite carries it. */
export const functionsIn = (cells: Cells): MemberFunction[] =>
  z.parse(functionsStored, JSON.parse(textIn(cells, 'functions')))

const readMember = (cells: Cells): Member => ({
  id: textIn(cells, 'id') as MemberId,
  access: z.parse(z.enum(accessLevels), cells['access']),
  outside: numberIn(cells, 'outside') !== 0,
  functions: functionsIn(cells),
  revoked: numberIn(cells, 'revoked') !== 0,
})
