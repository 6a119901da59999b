import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pathOfFile } from '#server/log/file-paths.ts'
import { bringFiles, copyFiles } from '#server/log/backup-files.ts'
import type { FileId } from '#shared/lib/ids.ts'
import { idOf, newBytes } from '../http/file-calls.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'asterism-backup-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const data = (): string => join(folder, 'data')
const beside = (): string => join(folder, 'asterism-files')
function put(bytes: Buffer, id: FileId = idOf(bytes)): { id: FileId; size: number } {
  const path = pathOfFile(data(), id)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  return { id, size: bytes.byteLength }
}

test('a second backup adds only what is new, and nothing of the first goes', () => {
  const first = put(newBytes())
  expect(copyFiles([first], data(), beside())).toEqual({ files: 1, missing: [] })
  const written = statSync(pathOfFile(beside(), first.id)).mtimeMs
  const second = put(newBytes())
  expect(copyFiles([first, second], data(), beside())).toEqual({ files: 2, missing: [] })
  expect(statSync(pathOfFile(beside(), first.id)).mtimeMs).toBe(written)
  copyFiles([second], data(), beside())
  expect(readdirSync(dirname(pathOfFile(beside(), first.id)))).toContain(first.id)
})

test('a damaged file is not carried on: it counts as missing, and one that came whole before stays', () => {
  const kept = put(newBytes())
  copyFiles([kept], data(), beside())
  put(newBytes(), kept.id)
  const damaged = put(newBytes(), idOf(newBytes()))
  const gone = { id: idOf(newBytes()), size: 3 }
  expect(copyFiles([kept, damaged, gone], data(), beside())).toEqual({
    files: 3,
    missing: [damaged.id, gone.id],
  })
})

test('a running relay brings files one after the other and answers in between; damaged ones are left', async () => {
  const named = Array.from({ length: 8 }, () => put(newBytes()))
  const damaged = put(newBytes(), idOf(newBytes()))
  let answered = 0
  let isDone = false
  const answer = (): void => {
    answered += 1
    if (!isDone) setImmediate(answer)
  }
  setImmediate(answer)
  await bringFiles([...named, damaged], data(), beside())
  isDone = true
  expect(answered).toBeGreaterThan(named.length)
  rmSync(data(), { recursive: true })
  expect(copyFiles([...named, damaged], data(), beside())).toEqual({
    files: 9,
    missing: [damaged.id],
  })
})
