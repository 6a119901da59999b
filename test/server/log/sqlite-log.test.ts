import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '#server/log/sqlite-file.ts'
import { createSqliteLog } from '#server/log/sqlite-log.ts'
import { failingLog } from './failing-log.ts'
import { logContract } from './log-contract.ts'
import { batchOf, brief, rowOf, workspace } from './log-rows.ts'
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
  expect((await again.feed(workspace, 1, 5)).entries).toEqual([{ doc: brief, seq: 2, position: 2 }])
  await again.close()
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
