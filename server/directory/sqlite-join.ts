/** Writes a new member with their first device. Runs inside the caller's transaction. */
import type { DeviceId, WorkspaceId } from '#shared/lib/ids.ts'
import type { Access } from '#shared/protocol/names.ts'
import type { SqliteDatabase } from '#server/log/sqlite-file.ts'
import { prepare } from '#server/log/sqlite-statement.ts'
import type { DeviceRecord, Joining } from './directory.ts'

export type Join = (workspace: WorkspaceId, access: Access, joining: Joining) => DeviceRecord

export function createJoin(
  db: SqliteDatabase,
  device: (id: DeviceId) => DeviceRecord | null,
): Join {
  const addMember = prepare(
    db,
    'INSERT INTO member (id, workspace, name, access, at) VALUES (?, ?, ?, ?, ?)',
  )
  const addDevice = prepare(
    db,
    'INSERT INTO device (id, member, public_key, at) VALUES (?, ?, ?, ?)',
  )
  return (workspace, access, joining) => {
    addMember.run([joining.member, workspace, joining.name, access, joining.at])
    addDevice.run([joining.device, joining.member, joining.publicKey, joining.at])
    const record = device(joining.device)
    if (record === null) throw new Error('a device that just joined is not there')
    return record
  }
}
