import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createSqliteDirectory } from '#server/directory/sqlite-directory.ts'
import { closeDatabase, openDatabase } from '#server/log/sqlite-file.ts'
import { directoryContract } from './directory-contract.ts'
import {
  founder,
  inviteNamed,
  inviteOf,
  joiningOf,
  secretOf,
  workspaceNamed,
} from './directory-people.ts'

const folder = mkdtempSync(join(tmpdir(), 'asterism-directory-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFile = (): string => join(folder, `${(files += 1)}.sqlite`)

directoryContract('SQLite', () => createSqliteDirectory(openDatabase(newFile())))

test('people, epoch and key are there when the file is opened again, and numbers go on', async () => {
  const file = newFile()
  const first = openDatabase(file)
  const before = createSqliteDirectory(first)
  await before.foundWorkspace({ id: workspaceNamed('w'), name: 'W' }, joiningOf('a'), null)
  await before.perform(founder, inviteOf('k', { uses: 5 }), 5)
  await before.redeemInvite(inviteNamed('k'), secretOf('s'), joiningOf('b'))
  const kept = [
    await before.epoch(),
    await before.sealingKey(),
    await before.people(workspaceNamed('w')),
  ]
  closeDatabase(first)
  const db = openDatabase(file)
  const after = createSqliteDirectory(db)
  expect([
    await after.epoch(),
    await after.sealingKey(),
    await after.people(workspaceNamed('w')),
  ]).toEqual(kept)
  db.exec('DELETE FROM device WHERE number = 2')
  const joined = await after.redeemInvite(inviteNamed('k'), secretOf('s'), joiningOf('c'))
  expect(joined.ok && joined.value.number).toBe(3)
  closeDatabase(db)
})
