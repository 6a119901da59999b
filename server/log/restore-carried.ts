/**
 * What outlives a restore: device numbers are not given again, and what was revoked, ended or used up after the backup
 * stays so. Read from the data being replaced.
 */
import type { SqliteDatabase } from './sqlite-file.ts'
import { numberIn, prepare, textIn } from './sqlite-statement.ts'

export interface Carried {
  putInto(db: SqliteDatabase): void
}

/** Numbers skipped when the old data cannot say how many devices joined after the backup. */
const UNKNOWN_DEVICES = 10_000

export function readCarried(old: SqliteDatabase): Carried {
  const lastDevice = numberIn(
    prepare(old, 'SELECT COALESCE(MAX(number), 0) AS last FROM device').one([]) ?? {},
    'last',
  )
  const revoked = (table: string): readonly string[] =>
    prepare(old, `SELECT id FROM ${table} WHERE revoked <> 0`)
      .all([])
      .map((cells) => textIn(cells, 'id'))
  const revokedIds = [...REVOCABLE].map((table) => ({ table, ids: revoked(table) }))
  const uses = prepare(old, 'SELECT id, uses FROM invite WHERE uses > 0')
    .all([])
    .map((cells) => ({ id: textIn(cells, 'id'), uses: numberIn(cells, 'uses') }))
  const endedGrants = prepare(old, 'SELECT member, topic FROM member_grant WHERE ended = 1')
    .all([])
    .map((cells) => [textIn(cells, 'member'), textIn(cells, 'topic')])
  return {
    putInto(db) {
      skipDevices(db, (given) => Math.max(given, lastDevice))
      for (const { table, ids } of revokedIds) {
        const revoke = prepare(db, `UPDATE ${table} SET revoked = 1 WHERE id = ?`)
        for (const id of ids) revoke.run([id])
      }
      const end = prepare(db, 'UPDATE member_grant SET ended = 1 WHERE member = ? AND topic = ?')
      for (const grant of endedGrants) end.run(grant)
      const used = prepare(db, 'UPDATE invite SET uses = MAX(uses, ?) WHERE id = ?')
      for (const invite of uses) used.run([invite.uses, invite.id])
    },
  }
}

export const unknownCarried: Carried = {
  putInto: (db) => skipDevices(db, (given) => given + UNKNOWN_DEVICES),
}

const REVOCABLE = ['device', 'member', 'invite'] as const

function skipDevices(db: SqliteDatabase, last: (given: number) => number): void {
  const given = numberIn(
    prepare(
      db,
      "SELECT COALESCE(MAX(seq), 0) AS seq FROM sqlite_sequence WHERE name = 'device'",
    ).one([]) ?? {},
    'seq',
  )
  prepare(db, "DELETE FROM sqlite_sequence WHERE name = 'device'").run([])
  prepare(db, "INSERT INTO sqlite_sequence (name, seq) VALUES ('device', ?)").run([last(given)])
}
