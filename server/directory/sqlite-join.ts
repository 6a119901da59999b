/** Writes a new member with their first device, or one more device of a member. Runs inside the caller's transaction. */
import type { Access, MemberFunction } from '#shared/lib/access.ts'
import type { DeviceId, InviteId, MemberId, WorkspaceId } from '#shared/lib/ids.ts'
import type { SqliteDatabase } from '#server/log/sqlite-file.ts'
import { prepare } from '#server/log/sqlite-statement.ts'
import type { DeviceRecord, Joining } from './directory.ts'

/** What somebody becomes. */
export interface Place {
  readonly access: Access
  readonly outside: boolean
  readonly functions: readonly MemberFunction[]
  readonly invitedBy: MemberId | null
  readonly guestOf: InviteId | null
}

export interface Join {
  member(workspace: WorkspaceId, place: Place, joining: Joining): DeviceRecord
  device(member: MemberId, joining: Joining): DeviceRecord
}

export function createJoin(
  db: SqliteDatabase,
  device: (id: DeviceId) => DeviceRecord | null,
): Join {
  const addMember = prepare(
    db,
    `INSERT INTO member (id, workspace, name, access, outside, functions, invited_by, guest_of, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const addDevice = prepare(
    db,
    'INSERT INTO device (id, member, public_key, at) VALUES (?, ?, ?, ?)',
  )
  const enterDevice = (member: MemberId, joining: Joining): DeviceRecord => {
    addDevice.run([joining.device, member, joining.publicKey, joining.at])
    const record = device(joining.device)
    if (record === null) throw new Error('a device that just joined is not there')
    return record
  }
  return {
    member(workspace, { access, outside, functions, invitedBy, guestOf }, joining) {
      addMember.run([
        joining.member,
        workspace,
        joining.name,
        access,
        outside ? 1 : 0,
        JSON.stringify(functions),
        invitedBy,
        guestOf,
        joining.at,
      ])
      return enterDevice(joining.member, joining)
    },
    device: enterDevice,
  }
}
