/**
 * Opens the relay's one SQLite file: WAL, synchronous FULL (a commit is on disk when it returns), schema brought up to
 * date, a file of a newer version refused. Also the one way to run a transaction. Left out: statements and tables.
 */
import Database from 'libsql'
import { keepPrivate } from './private-file.ts'
import { SCHEMA_VERSION, upgrades } from './sqlite-schema.ts'

export type SqliteDatabase = Database.Database

/** The file was written by a newer Asterism; opening it could damage it. */
export class NewerDatabaseError extends Error {
  readonly found: number
  constructor(found: number) {
    super(
      `This data was written by a newer Asterism (schema ${found}, this one knows ${SCHEMA_VERSION}). Start the newer version, or restore a backup made with this one.`,
    )
    this.name = 'NewerDatabaseError'
    this.found = found
  }
}

/**
 * Opens or makes the file; `steps` lift it to the newest version. Throws NewerDatabaseError, or SQLite's own error when
 * the file is not a database.
 */
export function openDatabase(path: string, steps: readonly string[] = upgrades): SqliteDatabase {
  keepPrivate(path)
  const db = new Database(path)
  try {
    db.exec('PRAGMA busy_timeout = 5000')
    refuseNewer(db, steps.length)
    // A pragma that answers rows cannot go through exec.
    db.prepare('PRAGMA journal_mode = WAL').get()
    db.exec('PRAGMA synchronous = FULL')
    db.exec('PRAGMA foreign_keys = ON')
    // Pages before the WAL is written back: at 1,000 every 66th small commit waited for it and made the p99 (2.2 ms, now 0.9).
    db.prepare('PRAGMA wal_autocheckpoint = 4000').get()
    upgrade(db, steps)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Writes the WAL back and closes. libsql keeps the connection half open while its prepared statements live, so SQLite
 * would not write it back by itself.
 */
export function closeDatabase(db: SqliteDatabase): void {
  if (!db.open) return
  try {
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
  } finally {
    db.close()
  }
}

/** Runs `work` in one write transaction: all of it is on disk when this returns, nothing of it when this throws. */
export function inTransaction<T>(db: SqliteDatabase, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const answer = work()
    db.exec('COMMIT')
    return answer
  } catch (error) {
    rollBack(db)
    throw error
  }
}

export function schemaVersion(db: SqliteDatabase): number {
  const found = db.prepare('PRAGMA user_version').get()
  if (
    typeof found === 'object' &&
    found !== null &&
    'user_version' in found &&
    typeof found.user_version === 'number'
  ) {
    return found.user_version
  }
  throw new Error('the database did not say its version')
}

/** After some failures (disk full, I/O) SQLite has rolled back by itself. */
function rollBack(db: SqliteDatabase): void {
  if (!('inTransaction' in db) || db.inTransaction === true) db.exec('ROLLBACK')
}

function refuseNewer(db: SqliteDatabase, newest: number): void {
  const found = schemaVersion(db)
  if (found > newest) throw new NewerDatabaseError(found)
}

function upgrade(db: SqliteDatabase, steps: readonly string[]): void {
  if (schemaVersion(db) === steps.length) return
  inTransaction(db, () => {
    // Read again inside the transaction: another process may have been first.
    for (let version = schemaVersion(db); version < steps.length; version += 1) {
      const step = steps[version]
      if (step === undefined) throw new Error(`no step from schema ${version}`)
      db.exec(step)
      db.exec(`PRAGMA user_version = ${version + 1}`)
    }
  })
}
