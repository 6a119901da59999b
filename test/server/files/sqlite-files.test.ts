import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dropParts } from '#server/files/file-folder.ts'
import { filesFolder, pathOfFile } from '#server/log/file-paths.ts'
import type { Files } from '#server/files/files.ts'
import { createSqliteFiles } from '#server/files/sqlite-files.ts'
import { openDatabase } from '#server/log/sqlite-file.ts'
import { prepare } from '#server/log/sqlite-statement.ts'
import { brief, bytesOf, workspace } from '#test/server/log/log-rows.ts'
import { at, bytesIn, filesContract, idOf, inParts } from './files-contract.ts'

const root = mkdtempSync(join(tmpdir(), 'asterism-files-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let made = 0

function makeFiles(): { files: Files; folder: string } {
  const dataDir = join(root, String((made += 1)))
  const db = openDatabase(`${dataDir}.sqlite`)
  prepare(db, 'INSERT INTO workspace (id, name, at) VALUES (?, ?, ?)').run([workspace, 'Studio', 1])
  return { files: createSqliteFiles(db, filesFolder(dataDir)), folder: filesFolder(dataDir) }
}

filesContract('a folder beside SQLite', async () => makeFiles().files)

const hello = bytesOf('hello')
const id = idOf(hello)

test('a file that lost bytes on the disk is not served, counts as missing, and is whole again once it is sent again', async () => {
  const { files, folder } = makeFiles()
  await files.store(id, inParts(hello))
  await files.attach(id, at(brief))
  truncateSync(pathOfFile(folder, id), 3)
  expect(await bytesIn(files, id)).toBe('not here')
  expect(await files.missing()).toEqual([id])
  expect(await files.attach(id, at(brief))).toBe(false)
  await files.store(id, inParts(hello))
  expect(await files.attach(id, at(brief))).toBe(true)
  expect(await bytesIn(files, id)).toBe('hello')
  expect(await files.missing()).toEqual([])
})

test('what a killed relay left half written goes at the next start, whole files stay', async () => {
  const { files, folder } = makeFiles()
  await files.store(id, inParts(hello))
  writeFileSync(join(folder, 'part', 'left'), 'hel')
  await dropParts(folder)
  expect(readdirSync(folder)).toEqual([id.slice(0, 2)])
})

test('a refused file leaves nothing beside', async () => {
  const { files, folder } = makeFiles()
  await files.store(id, inParts(bytesOf('hallo')))
  expect(readdirSync(join(folder, 'part'))).toEqual([])
})

test('a folder that cannot be written says so, and storing rejects', async () => {
  const { files, folder } = makeFiles()
  mkdirSync(join(folder, '..'), { recursive: true })
  writeFileSync(folder, 'a file in its place')
  expect(await files.canStore()).toBe(false)
  await expect(files.store(id, inParts(hello))).rejects.toThrow()
  rmSync(folder)
  expect(await files.canStore()).toBe(true)
})
