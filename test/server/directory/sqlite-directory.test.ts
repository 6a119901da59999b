import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createSqliteDirectory } from '#server/directory/sqlite-directory.ts'
import { closeDatabase, openDatabase } from '#server/log/sqlite-file.ts'
import { directoryContract } from './directory-contract.ts'
import { inviteNamed, inviteOf, joiningOf, secretOf, workspaceNamed } from './directory-people.ts'

const folder = mkdtempSync(join(tmpdir(), 'asterism-directory-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFile = (): string => join(folder, `${(files += 1)}.sqlite`)

directoryContract('SQLite', () => createSqliteDirectory(openDatabase(newFile())))

test('people, epoch and key are there when the file is opened again, and numbers go on', async () => {
  const file = newFile()
  const first = openDatabase(file)
  const before = createSqliteDirectory(first)
  await before.foundWorkspace({ id: workspaceNamed('w'), name: 'W' }, joiningOf('a'))
  await before.createInvite(inviteOf('k', { maxUses: 5 }))
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

test('a revoked device or member is known as revoked, and its invite does not let it in again', async () => {
  const db = openDatabase(newFile())
  const directory = createSqliteDirectory(db)
  await directory.foundWorkspace({ id: workspaceNamed('w'), name: 'W' }, joiningOf('a'))
  await directory.createInvite(inviteOf('k', { maxUses: 5 }))
  await directory.redeemInvite(inviteNamed('k'), secretOf('s'), joiningOf('b'))
  db.exec("UPDATE member SET revoked = 1, access_version = 2 WHERE name = 'Person b'")
  expect(await directory.device(joiningOf('b').device)).toMatchObject({
    revoked: true,
    accessVersion: 2,
  })
  expect(await directory.redeemInvite(inviteNamed('k'), secretOf('s'), joiningOf('b'))).toEqual({
    ok: false,
    refusal: 'invite-wrong',
  })
  closeDatabase(db)
})
