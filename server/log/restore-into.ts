/**
 * Puts a backup in the place of a relay's data. The caller has closed the database. The old file is kept; the new one
 * gets a new epoch, every document is marked recovering from its newest row, nobody stays signed in. Killed at any
 * point, the old or the new data stands there whole, never neither.
 */
import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import {
  checkBackup,
  databaseFile,
  openAsIs,
  filesOf,
  reasonOf,
  type BackupContents,
  type CheckRefusal,
} from './backup-file.ts'
import { filesFolder } from './file-paths.ts'
import { bytesToBase32, type FileId } from '#shared/lib/ids.ts'
import { backupFilesFolder, bringFiles, copyFiles } from './backup-files.ts'
import { readCarried, unknownCarried, type Carried } from './restore-carried.ts'
import { closeDatabase, inTransaction, openDatabase } from './sqlite-file.ts'
import { beginRecovery } from './sqlite-recovery.ts'
import { prepare } from './sqlite-statement.ts'
import { sync } from './sync.ts'

export interface Restored {
  readonly epoch: string
  readonly documents: number
  readonly rows: number
  /** Where the data before the restore is kept; null when there was none. */
  readonly keptAs: string | null
  readonly files: number
  /** Files the backup names that are neither in the data folder nor beside the backup. */
  readonly missing: readonly FileId[]
}

export type RestoreRefusal =
  | CheckRefusal
  | { readonly code: 'not-restored'; readonly reason: string }

/** A whole backup, and not the data itself. */
export function checkRestorable(
  dataDir: string,
  backupFile: string,
): Result<BackupContents, CheckRefusal> {
  if (resolve(backupFile) === resolve(databaseFile(dataDir)))
    return refuse({ code: 'not-a-backup', file: backupFile })
  return checkBackup(backupFile)
}

/** Before a running relay stops for a restore: files, which may be many gigabytes, are copied while it goes on. */
export async function prepareRestore(dataDir: string, backupFile: string): Promise<void> {
  if (!checkRestorable(dataDir, backupFile).ok) return
  await bringFiles(filesOf(backupFile), backupFilesFolder(backupFile), filesFolder(dataDir))
}

/** `now` in milliseconds names the kept file. */
export function restoreInto(
  dataDir: string,
  backupFile: string,
  now: number,
): Result<Restored, RestoreRefusal> {
  const checked = checkRestorable(dataDir, backupFile)
  if (!checked.ok) return checked
  const target = databaseFile(dataDir)
  const fresh = `${target}.restoring`
  try {
    removeDatabase(fresh)
    copyFileSync(backupFile, fresh)
    const carried = existsSync(target) ? settleOld(target) : null
    const epoch = makeFresh(fresh, carried, now)
    // Bytes before the database that names them. What the data folder has besides stays: it hurts nobody.
    const copied = copyFiles(
      filesOf(backupFile),
      backupFilesFolder(backupFile),
      filesFolder(dataDir),
    )
    const keptAs = existsSync(target) ? keepOld(target, now) : null
    // An old WAL beside the new file would be replayed into it.
    rmSync(`${target}-wal`, { force: true })
    rmSync(`${target}-shm`, { force: true })
    renameSync(fresh, target)
    sync(dirname(target))
    const { documents, rows } = checked.value
    return ok({ epoch, documents, rows, keptAs, ...copied })
  } catch (error) {
    return refuse({ code: 'not-restored', reason: reasonOf(error) })
  }
}

/** Writes the old WAL back and reads what outlives the restore. A damaged old file is no obstacle: it is why one restores. */
function settleOld(target: string): Carried {
  try {
    const db = openAsIs(target)
    try {
      return readCarried(db)
    } finally {
      closeDatabase(db)
    }
  } catch {
    return unknownCarried
  }
}

function makeFresh(file: string, carried: Carried | null, now: number): string {
  const db = openDatabase(file)
  try {
    const epoch = bytesToBase32(crypto.getRandomValues(new Uint8Array(10)))
    inTransaction(db, () => {
      prepare(
        db,
        "INSERT INTO setting (name, value) VALUES ('epoch', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      ).run([new TextEncoder().encode(epoch)])
      beginRecovery(db, now)
      db.exec('DELETE FROM session')
      carried?.putInto(db)
    })
    // One file without a WAL beside it, so that one rename moves all of it.
    prepare(db, 'PRAGMA journal_mode = DELETE').one([])
    return epoch
  } finally {
    db.close()
    sync(file)
  }
}

function keepOld(target: string, now: number): string {
  const kept = `${target}.before-restore-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`
  keepBeside(target, kept)
  // Not empty only when the old file could not be opened.
  if (existsSync(`${target}-wal`) && statSync(`${target}-wal`).size > 0)
    keepBeside(`${target}-wal`, `${kept}-wal`)
  sync(dirname(target))
  return kept
}

/** A second name for the same bytes; where the file system has none, a copy. */
function keepBeside(file: string, kept: string): void {
  try {
    linkSync(file, kept)
  } catch {
    copyFileSync(file, kept)
    sync(kept)
  }
}

function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
}
