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
  await first.append([batchOf([rowOf(brief, 1, { n: 1 })], { authors: [{ doc: brief, client: 5, device: 1, next: 2 }] })])
  await first.close()
  const again = createSqliteLog(openDatabase(file))
  expect(await again.state(workspace, brief)).toMatchObject({ seq: 1, authors: [{ client: 5, device: 1, next: 2 }] })
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
