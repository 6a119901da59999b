import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  closeDatabase,
  NewerDatabaseError,
  openDatabase,
  schemaVersion,
} from '#server/log/sqlite-file.ts'
import { upgrades } from '#server/log/sqlite-schema.ts'
import { createSqliteLog } from '#server/log/sqlite-log.ts'
import { failingLog } from './failing-log.ts'
import { logContract } from './log-contract.ts'
import { batchOf, brief, otherBrief, rowOf, workspace } from './log-rows.ts'
import { createMemoryLog } from './memory-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'asterism-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFile = (): string => join(folder, `${(files += 1)}.sqlite`)

logContract('SQLite', () => createSqliteLog(openDatabase(newFile())))
logContract('the model in memory', createMemoryLog)
logContract('the failing log with its switches off', () => failingLog(createMemoryLog()))

test('what was acknowledged is there when the file is opened again', async () => {
  const file = newFile()
  const first = createSqliteLog(openDatabase(file))
  await first.append([
    batchOf([rowOf(brief, 1, { n: 1 })], {
      authors: [{ doc: brief, client: 5, device: 1, next: 2 }],
    }),
  ])
  await first.close()
  const again = createSqliteLog(openDatabase(file))
  expect(await again.state(workspace, brief)).toMatchObject({
    seq: 1,
    authors: [{ client: 5, device: 1, next: 2 }],
  })
  await again.append([batchOf([rowOf(brief, 2)])])
  expect((await again.feed(workspace, 1, 5)).entries).toMatchObject([
    { doc: brief, seq: 2, position: 2 },
  ])
  await again.close()
})

test('the feed names a document once however often it changed, and the same from a file opened again', async () => {
  const file = newFile()
  const first = createSqliteLog(openDatabase(file))
  await first.append([batchOf([rowOf(brief, 1)])])
  expect((await first.feed(workspace, 0, 5)).entries).toHaveLength(1)
  for (let seq = 1; seq <= 700; seq += 1) await first.append([batchOf([rowOf(otherBrief, seq)])])
  const entries = [
    { doc: brief, seq: 1, position: 1, at: 1_001, card: null },
    { doc: otherBrief, seq: 700, position: 701, at: 1_700, card: null },
  ]
  expect(await first.feed(workspace, 0, 5)).toEqual({ entries, more: false })
  expect(await first.feed(workspace, 0, 1)).toEqual({ entries: entries.slice(0, 1), more: true })
  expect(await first.feed(workspace, 400, 5)).toEqual({ entries: entries.slice(1), more: false })
  expect(await first.feed(workspace, 701, 5)).toEqual({ entries: [], more: false })
  await first.close()
  const again = createSqliteLog(openDatabase(file))
  expect(await again.feed(workspace, 0, 5)).toEqual({ entries, more: false })
  await again.close()
})

test('a file of an earlier version is lifted with all it holds, or left as it was', async () => {
  const file = newFile()
  const before = createSqliteLog(openDatabase(file))
  await before.append([batchOf([rowOf(brief, 1)])])
  await before.close()
  const next = [...upgrades, 'ALTER TABLE document ADD COLUMN colour TEXT']
  expect(() => openDatabase(file, [...next, 'CREATE TABLE half (id); BROKEN'])).toThrow()
  const same = openDatabase(file)
  expect(schemaVersion(same)).toBe(upgrades.length)
  closeDatabase(same)
  const lifted = openDatabase(file, next)
  expect(schemaVersion(lifted)).toBe(upgrades.length + 1)
  lifted.exec("UPDATE document SET colour = 'red'")
  expect(await createSqliteLog(lifted).state(workspace, brief)).toMatchObject({ seq: 1 })
  closeDatabase(lifted)
  expect(() => openDatabase(file)).toThrow(NewerDatabaseError)
})

test('a change of a member or a device is counted, by whichever connection', async () => {
  const file = newFile()
  const db = openDatabase(file)
  const log = createSqliteLog(db)
  db.exec(`INSERT INTO workspace (id, name, at) VALUES ('w', 'W', 1);
    INSERT INTO member (id, workspace, name, access, at) VALUES ('m', 'w', 'Mei', 'owner', 1);
    INSERT INTO device (id, member, public_key, at) VALUES ('d', 'm', x'00', 1)`)
  const counted = [log.accessChanges?.()]
  const other = openDatabase(file)
  for (const change of [
    "UPDATE member SET access = 'viewer'",
    'UPDATE device SET revoked = 1',
    'DELETE FROM device',
    'DELETE FROM member',
  ]) {
    other.exec(change)
    counted.push(log.accessChanges?.())
  }
  expect(counted).toEqual([0, 1, 2, 3, 4])
  closeDatabase(other)
  await log.close()
})

test('a log that fails stores nothing and a log that hangs stores only once released', async () => {
  const log = failingLog(createMemoryLog())
  log.switches.failAppends(true)
  await expect(log.append([batchOf([rowOf(brief, 1)])])).rejects.toThrow('full')
  log.switches.failAppends(false)
  expect(await log.state(workspace, brief)).toBeNull()
  log.switches.hangAppends()
  const appending = log.append([batchOf([rowOf(brief, 1)])])
  expect(log.switches.hanging()).toBe(1)
  expect(await log.state(workspace, brief)).toBeNull()
  log.switches.release()
  await appending
  expect(await log.state(workspace, brief)).toMatchObject({ seq: 1 })
})

test('a full disk refuses the append, stores nothing of it, and the log works again once there is room', async () => {
  const db = openDatabase(newFile())
  const log = createSqliteLog(db)
  await log.append([batchOf([rowOf(brief, 1)])])
  db.prepare('PRAGMA max_page_count = 30').get()
  const large = batchOf([rowOf(brief, 2), rowOf(brief, 3, { bytes: new Uint8Array(300_000) })], {
    authors: [{ doc: brief, client: 5, device: 1, next: 2 }],
  })
  await expect(log.append([large])).rejects.toThrow(/full/)
  expect(await log.state(workspace, brief)).toMatchObject({ seq: 1, authors: [] })
  db.prepare('PRAGMA max_page_count = 100000').get()
  await log.append([large])
  expect(await log.state(workspace, brief)).toMatchObject({ seq: 3, authors: [{ client: 5 }] })
  await log.close()
})
