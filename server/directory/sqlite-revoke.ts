/** Taking a person's or a device's access away for good. Their sessions end with it; open sockets notice by the access version. */
import { inTransaction, type SqliteDatabase } from '#server/log/sqlite-file.ts'
import { prepare } from '#server/log/sqlite-statement.ts'
import type { Directory } from './directory.ts'

export function createRevoke(db: SqliteDatabase): Pick<Directory, 'revokeMember' | 'revokeDevice'> {
  const revokeMember = prepare(
    db,
    'UPDATE member SET revoked = 1, access_version = access_version + 1 WHERE workspace = ? AND id = ? AND revoked = 0',
  )
  const revokeDevice = prepare(
    db,
    `UPDATE device SET revoked = 1 WHERE revoked = 0 AND id = ?
     AND member IN (SELECT id FROM member WHERE workspace = ?)`,
  )
  const raise = prepare(
    db,
    'UPDATE member SET access_version = access_version + 1 WHERE id = (SELECT member FROM device WHERE id = ?)',
  )
  const endOfMember = prepare(
    db,
    'DELETE FROM session WHERE device IN (SELECT id FROM device WHERE member = ?)',
  )
  const endOfDevice = prepare(db, 'DELETE FROM session WHERE device = ?')
  return {
    async revokeMember(workspace, member) {
      return inTransaction(db, () => {
        if (revokeMember.run([workspace, member]) === 0) return false
        endOfMember.run([member])
        return true
      })
    },
    async revokeDevice(workspace, device) {
      return inTransaction(db, () => {
        if (revokeDevice.run([device, workspace]) === 0) return false
        raise.run([device])
        endOfDevice.run([device])
        return true
      })
    },
  }
}
