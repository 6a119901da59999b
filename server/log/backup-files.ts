/**
 * The files of a backup: a folder beside it which all backups of that place share. Each adds what is not there yet, a
 * restore brings what the data lacks. Bytes are hashed before they are taken, so neither can spread damage.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathOfFile } from './file-paths.ts'
import type { FileId } from '#shared/lib/ids.ts'
import type { SqliteDatabase } from './sqlite-file.ts'
import { numberIn, prepare, textIn } from './sqlite-statement.ts'
import { sync } from './sync.ts'

export interface FilesCopied {
  /** All that the database names. */
  readonly files: number
  /** Of these, found nowhere or damaged. */
  readonly missing: readonly FileId[]
}

interface NamedFile {
  readonly id: FileId
  readonly size: number
}

export const backupFilesFolder = (backupFile: string): string =>
  join(dirname(backupFile), 'asterism-files')

export const filesNamedIn = (db: SqliteDatabase): readonly NamedFile[] =>
  prepare(db, 'SELECT id, size FROM file')
    .all([])
    .map((cells) => ({ id: textIn(cells, 'id') as FileId, size: numberIn(cells, 'size') }))

/** Throws when it cannot write; what `from` lacks is told. */
export function copyFiles(named: readonly NamedFile[], from: string, to: string): FilesCopied {
  const missing = named
    .filter((file) => !isThere(to, file) && !copyOne(file, from, to))
    .map(({ id }) => id)
  return { files: named.length, missing }
}

/** The same for a relay that is running: one file after the other, and it answers in between. What is there is passed over later. */
export async function bringFiles(
  named: readonly NamedFile[],
  from: string,
  to: string,
): Promise<void> {
  for (const file of named) {
    if (isThere(to, file)) continue
    const bytes = await readFile(pathOfFile(from, file.id)).catch(() => null)
    if (bytes === null || !isOf(bytes, file)) continue
    const target = pathOfFile(to, file.id)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    const part = `${target}.part`
    await rm(part, { force: true })
    await writeFile(part, bytes, { flag: 'wx', mode: 0o600, flush: true })
    await rename(part, target)
  }
}

const isOf = (bytes: Uint8Array, { id }: NamedFile): boolean =>
  createHash('sha256').update(bytes).digest('hex') === String(id)

const isThere = (folder: string, { id, size }: NamedFile): boolean =>
  statSync(pathOfFile(folder, id), { throwIfNoEntry: false })?.size === size

function copyOne(file: NamedFile, from: string, to: string): boolean {
  const { id } = file
  const source = pathOfFile(from, id)
  if (!existsSync(source)) return false
  const bytes = readFileSync(source)
  if (!isOf(bytes, file)) return false
  const target = pathOfFile(to, id)
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const part = `${target}.part`
  rmSync(part, { force: true })
  writeFileSync(part, bytes, { flag: 'wx', mode: 0o600 })
  sync(part)
  renameSync(part, target)
  return true
}
