import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Directory, Joining } from '#server/directory/directory.ts'
import type { Perform } from '#server/directory/ledger.ts'
import { createSqliteDirectory } from '#server/directory/sqlite-directory.ts'
import { createSqliteLedger } from '#server/directory/sqlite-ledger.ts'
import { closeDatabase, openDatabase, type SqliteDatabase } from '#server/log/sqlite-file.ts'
import { workspace, type RecordMaker } from '../../records/ledger-world.ts'
import { dyingDatabase } from '../log/dying-database.ts'
import { inviteNamed, inviteOf, secretOf } from './directory-people.ts'
import { brokenIn, incoming, ledgerContract, newMakers, type TwoMakers } from './ledger-contract.ts'
import { createMemoryLedger } from './memory-ledger.ts'

const folder = mkdtempSync(join(tmpdir(), 'asterism-ledger-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFile = (): string => join(folder, `${(files += 1)}.sqlite`)

const joining = ({ member, device, spki }: RecordMaker): Joining => ({
  member,
  device,
  name: 'Somebody',
  publicKey: spki,
  at: 10,
})

/** Both makers are members: Mei founded the workspace, Lin came by an invite. */
async function enrol(directory: Directory, { mei, lin }: TwoMakers) {
  const founded = await directory.foundWorkspace({ id: workspace, name: 'W' }, joining(mei), null)
  const { member, device } = mei
  await directory.perform({ workspace, member, device }, inviteOf('k'), 5)
  const joined = await directory.redeemInvite(inviteNamed('k'), secretOf('s'), joining(lin))
  if (!founded.ok || !joined.ok) throw new Error('two members')
  return { mei: founded.value, lin: joined.value }
}

const openOn = async (db: SqliteDatabase, makers: TwoMakers, perform: Perform) => ({
  ledger: createSqliteLedger(db, perform),
  ...(await enrol(createSqliteDirectory(db), makers)),
})

ledgerContract('SQLite', (makers, perform) => openOn(openDatabase(newFile()), makers, perform))

ledgerContract('the model in memory', async (makers, perform) => ({
  ledger: createMemoryLedger(perform),
  ...(await enrol(createSqliteDirectory(openDatabase(newFile())), makers)),
}))

test('the key, the chains and the refused numbers are there when the file is opened again', async () => {
  const [file, makers] = [newFile(), await newMakers()]
  const db = openDatabase(file)
  const { ledger, mei } = await openOn(db, makers, () => null)
  await ledger.append(await incoming(mei, await makers.mei.make()))
  const refused = await incoming(mei, await makers.mei.make(), { refusal: 'record-wrong' })
  await ledger.append(refused)
  const key = await ledger.relayKey()
  closeDatabase(db)
  // The private half stands in it.
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const again = createSqliteLedger(openDatabase(file), () => null)
  expect(await again.relayKey()).toEqual(key)
  expect(await again.newestOf(mei.number)).toEqual({ n: 2, id: refused.id })
  const next = await again.append(await incoming(mei, await makers.mei.make()))
  expect(next).toEqual({ ok: true, value: { seq: 2 } })
  expect(await brokenIn(again)).toEqual([])
})

test('a relay killed at any statement has a record and what it does, or neither, and both when it was acknowledged', async () => {
  let deaths = 0
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; ; at += 1) {
      const [file, makers] = [newFile(), await newMakers()]
      const real = openDatabase(file)
      const dying = dyingDatabase(real)
      const { ledger, mei } = await openOn(dying.db, makers, (_actor, fact) => {
        dying.db.prepare('UPDATE workspace SET name = ?').run([fact.reason])
        return null
      })
      const record = await incoming(mei, await makers.mei.make({ reason: 'done' }))
      dying.dieAt(at, when)
      const acknowledged = await ledger.append(record).then(
        () => true,
        () => false,
      )
      if ('inTransaction' in real && real.inTransaction === true) real.exec('ROLLBACK')
      real.close()
      const db = openDatabase(file)
      const again = createSqliteLedger(db, () => null)
      const rows = await again.read(workspace, record.fact.scope, 0, 9)
      const device = await createSqliteDirectory(db).device(mei.id)
      expect(device?.workspace.name === 'done').toBe(rows.length === 1)
      if (acknowledged) expect(rows).toHaveLength(1)
      expect(await again.append(record)).toEqual({ ok: true, value: { seq: 1 } })
      expect(await brokenIn(again)).toEqual([])
      closeDatabase(db)
      if (!dying.died()) break
      deaths += 1
    }
  }
  expect(deaths).toBeGreaterThan(7)
}, 60_000)
