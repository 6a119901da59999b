/**
 * The weeks after a restore in which devices may bring what others had written and the backup lacked. It ends by the
 * owner or by itself. Left out: what may be brought (relay/check.ts), how it begins (restore-into.ts).
 */
import { inTransaction, type SqliteDatabase } from './sqlite-file.ts'
import { prepare, textIn } from './sqlite-statement.ts'

const LASTS_MS = 30 * 24 * 3_600_000
const NAME = 'restored-at'

export interface Recovery {
  isOver(): boolean
  /** False when nothing was under way. */
  end(): boolean
}

export function createRecovery(db: SqliteDatabase, now: () => number): Recovery {
  let since = readRestoredAt(db)
  const isOver = (): boolean => since === null || now() - since >= LASTS_MS
  const end = (): boolean => {
    if (since === null) return false
    inTransaction(db, () => {
      db.exec('UPDATE document SET recovering_since = NULL WHERE recovering_since IS NOT NULL')
      db.exec('DELETE FROM restored_author')
      prepare(db, 'DELETE FROM setting WHERE name = ?').run([NAME])
    })
    since = null
    return true
  }
  if (isOver()) end()
  return { isOver, end }
}

/** Within the restore's transaction: every author waits for its device, those nobody knows stay unknown. */
export function beginRecovery(db: SqliteDatabase, now: number): void {
  db.exec('UPDATE document SET recovering_since = seq')
  db.exec("UPDATE restored_author SET state = 'awaited' WHERE state = 'returned'")
  db.exec(
    "INSERT INTO restored_author (doc, client, state) SELECT doc, client, 'awaited' FROM author WHERE true ON CONFLICT DO NOTHING",
  )
  prepare(
    db,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run([NAME, new TextEncoder().encode(`${now}`)])
}

function readRestoredAt(db: SqliteDatabase): number | null {
  const cells = prepare(db, 'SELECT CAST(value AS TEXT) AS at FROM setting WHERE name = ?').one([
    NAME,
  ])
  return cells === null ? null : Number(textIn(cells, 'at'))
}
