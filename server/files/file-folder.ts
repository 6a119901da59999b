/**
 * Bytes in a folder: `ab/<id>`, written aside in `part` and renamed once they are whole and on disk. A name that stands
 * there is a whole file. Left out: which files there are and whose (sqlite-files.ts).
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat, unlink, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pathOfFile } from '#server/log/file-paths.ts'
import type { FileId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { FileRefusal, OpenFile } from './files.ts'

const partsIn = (folder: string): string => join(folder, 'part')

/** What a killed relay left half written. */
export const dropParts = (folder: string): Promise<void> =>
  rm(partsIn(folder), { recursive: true, force: true })

export async function storeFile(
  folder: string,
  id: FileId,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<void, FileRefusal>> {
  await mkdir(partsIn(folder), { recursive: true, mode: 0o700 })
  // A name of its own: two may send the same file at once.
  const part = join(partsIn(folder), randomUUID())
  const handle = await open(part, 'wx', 0o600)
  try {
    const written = await writeParts(handle, id, bytes).finally(() => handle.close())
    if (!written.ok) return written
    await moveInto(part, pathOfFile(folder, id))
    return ok(undefined)
  } finally {
    await unlink(part).catch(() => undefined)
  }
}

async function writeParts(
  handle: FileHandle,
  id: FileId,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<void, FileRefusal>> {
  const hash = createHash('sha256')
  const source = bytes[Symbol.asyncIterator]()
  let size = 0
  for (;;) {
    // What fails here is the sender's; what fails in writing is ours and rejects.
    const next = await source.next().catch(() => null)
    if (next === null) return refuse('cut-off')
    if (next.done === true) break
    size += next.value.byteLength
    if (size > limits.fileBytes) {
      await source.return?.()
      return refuse('too-large')
    }
    hash.update(next.value)
    await handle.appendFile(next.value)
  }
  if (hash.digest('hex') !== String(id)) return refuse('file-differs')
  await handle.sync()
  return ok(undefined)
}

/** The new name is on disk when this resolves. */
export async function moveInto(part: string, path: string): Promise<void> {
  const folder = dirname(path)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(part, path)
  await syncFolder(folder)
  if (made !== undefined) await syncFolder(dirname(folder))
}

/** Windows does not open folders; there the rename itself is journalled. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Null when there is none. */
export const sizeOfFile = (folder: string, id: FileId): Promise<number | null> =>
  stat(pathOfFile(folder, id)).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )

/** Null when there is none of exactly this size. */
export async function openFile(folder: string, id: FileId, size: number): Promise<OpenFile | null> {
  const handle = await open(pathOfFile(folder, id), 'r').catch(() => null)
  if (handle === null) return null
  if ((await handle.stat()).size !== size) {
    await handle.close()
    return null
  }
  return {
    size,
    // Node's own type of a web stream; it is the one of the platform.
    read: (from, to) =>
      Readable.toWeb(
        handle.createReadStream({ start: from, end: to }),
      ) as ReadableStream<Uint8Array>,
    close: () => handle.close(),
  }
}

/** Writes and removes a byte: rights, a full disk and a folder that is gone all show. */
export async function canWriteIn(folder: string): Promise<boolean> {
  const probe = join(partsIn(folder), `probe-${randomUUID()}`)
  try {
    await mkdir(partsIn(folder), { recursive: true, mode: 0o700 })
    const handle = await open(probe, 'wx', 0o600)
    await handle.appendFile('x').finally(() => handle.close())
    return true
  } catch {
    return false
  } finally {
    await rm(probe, { force: true }).catch(() => undefined)
  }
}
