/**
 * A backup is one SQLite file written beside a running relay (VACUUM INTO reads one moment of it). Owns writing and
 * checking such files and the sentences for what can go wrong. Left out: putting one back (restore-into.ts).
 */
import Database from 'libsql'
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { filesFolder } from './file-paths.ts'
import type { FileId } from '#shared/lib/ids.ts'
import { backupFilesFolder, copyFiles, filesNamedIn } from './backup-files.ts'
import { makePrivateFile } from './private-file.ts'
import { schemaVersion, type SqliteDatabase } from './sqlite-file.ts'
import { SCHEMA_VERSION } from './sqlite-schema.ts'
import { numberIn, prepare, textIn } from './sqlite-statement.ts'
import { sync } from './sync.ts'

/** What a person at the terminal reads. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

export interface BackupContents {
  readonly bytes: number
  readonly documents: number
  /** Changes ever taken, packed ones included. */
  readonly rows: number
  /** Files it names, in the folder beside it. */
  readonly files: number
}

export interface Backup extends BackupContents {
  /** Files that the data names and does not have. */
  readonly missing: readonly FileId[]
}

export type BackupRefusal =
  | { readonly code: 'no-data'; readonly dataDir: string }
  | { readonly code: 'file-exists'; readonly file: string }
  | { readonly code: 'not-written'; readonly file: string; readonly reason: string }

export type CheckRefusal =
  | { readonly code: 'no-file'; readonly file: string }
  | { readonly code: 'not-a-backup'; readonly file: string }
  | { readonly code: 'newer'; readonly file: string }
  | { readonly code: 'damaged'; readonly file: string; readonly reason: string }

export const databaseFile = (dataDir: string): string => join(dataDir, 'asterism.sqlite')

export function writeBackup(dataDir: string, file: string): Result<Backup, BackupRefusal> {
  const source = databaseFile(dataDir)
  if (!existsSync(source)) return refuse({ code: 'no-data', dataDir })
  if (existsSync(file)) return refuse({ code: 'file-exists', file })
  // Under another name until it is whole and on disk: a half-written backup must not look like one.
  const part = `${file}.part`
  try {
    rmSync(part, { force: true })
    makePrivateFile(part)
    const db = openAsIs(source)
    try {
      prepare(db, 'VACUUM INTO ?').run([part])
    } finally {
      db.close()
    }
    sync(part)
    const named = filesOf(part)
    const { missing } = copyFiles(named, filesFolder(dataDir), backupFilesFolder(file))
    renameSync(part, file)
    return ok({ ...contentsOf(file), missing })
  } catch (error) {
    rmSync(part, { force: true })
    return refuse({ code: 'not-written', file, reason: reasonOf(error) })
  }
}

/** Whether the file is a whole backup this version can read. Reads only. */
export function checkBackup(file: string): Result<BackupContents, CheckRefusal> {
  if (!existsSync(file)) return refuse({ code: 'no-file', file })
  if (!startsLikeSqlite(file)) return refuse({ code: 'not-a-backup', file })
  try {
    const db = openAsIs(file)
    try {
      const version = schemaVersion(db)
      if (
        version < 1 ||
        prepare(db, "SELECT 1 AS found FROM sqlite_master WHERE name = 'file_of'").one([]) === null
      )
        return refuse({ code: 'not-a-backup', file })
      if (version > SCHEMA_VERSION) return refuse({ code: 'newer', file })
      const verdict = prepare(db, 'PRAGMA integrity_check')
        .all([])
        .map((cells) => textIn(cells, 'integrity_check'))
      if (verdict.join() !== 'ok')
        return refuse({ code: 'damaged', file, reason: verdict[0] ?? '' })
    } finally {
      db.close()
    }
    return ok(contentsOf(file))
  } catch (error) {
    return refuse({ code: 'damaged', file, reason: reasonOf(error) })
  }
}

export function sayBackupRefusal(refusal: BackupRefusal | CheckRefusal): Sentence {
  switch (refusal.code) {
    case 'no-data':
      return {
        zh: `${refusal.dataDir} 里没有数据,没有可备份的内容。请检查 DATA_DIR。`,
        en: `There is no data in ${refusal.dataDir}, so there is nothing to back up. Check DATA_DIR.`,
      }
    case 'file-exists':
      return {
        zh: `${refusal.file} 已存在,不会覆盖。请换一个文件名。`,
        en: `${refusal.file} already exists and is left as it is. Choose another name.`,
      }
    case 'not-written':
      return {
        zh: `无法写入 ${refusal.file}:${refusal.reason}`,
        en: `${refusal.file} could not be written: ${refusal.reason}`,
      }
    case 'no-file':
      return { zh: `找不到 ${refusal.file}。`, en: `${refusal.file} was not found.` }
    case 'not-a-backup':
      return {
        zh: `${refusal.file} 不是 Asterism 备份。数据未改动。`,
        en: `${refusal.file} is not a backup of Asterism. Nothing was changed.`,
      }
    case 'newer':
      return {
        zh: `${refusal.file} 由更新版本的 Asterism 备份,请用那个版本恢复。数据未改动。`,
        en: `${refusal.file} was made by a newer Asterism. Restore it with that version. Nothing was changed.`,
      }
    case 'damaged':
      return {
        zh: `${refusal.file} 已损坏(${refusal.reason})。数据未改动,请换一份备份。`,
        en: `${refusal.file} is damaged (${refusal.reason}). Nothing was changed. Use another backup.`,
      }
  }
}

/** Opens without changing the file: no schema step, no WAL. */
export function openAsIs(file: string): SqliteDatabase {
  const db = new Database(file)
  db.exec('PRAGMA busy_timeout = 5000')
  return db
}

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

function contentsOf(file: string): BackupContents {
  const db = openAsIs(file)
  try {
    const cells =
      prepare(
        db,
        'SELECT COUNT(*) AS documents, COALESCE(SUM(seq), 0) AS row_count, (SELECT COUNT(*) FROM file) AS files FROM document',
      ).one([]) ?? {}
    return {
      bytes: statSync(file).size,
      documents: numberIn(cells, 'documents'),
      rows: numberIn(cells, 'row_count'),
      files: numberIn(cells, 'files'),
    }
  } finally {
    db.close()
  }
}

export function filesOf(file: string): ReturnType<typeof filesNamedIn> {
  const db = openAsIs(file)
  try {
    return filesNamedIn(db)
  } finally {
    db.close()
  }
}

/** SQLite would make a database of an empty file and call a text file "not a database" only later. */
function startsLikeSqlite(file: string): boolean {
  if (!statSync(file).isFile()) return false
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(16)
    readSync(handle, head, 0, 16, 0)
    return head.toString('latin1') === 'SQLite format 3\0'
  } finally {
    closeSync(handle)
  }
}
