import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readEnvironment } from '#server/environment.ts'
import { writeBackup } from '#server/log/backup-file.ts'
import { restoreInto } from '#server/log/restore-into.ts'
import { openDatabase } from '#server/log/sqlite-file.ts'
import { createSqliteLog } from '#server/log/sqlite-log.ts'
import { startRelay } from '#server/start-relay.ts'
import { batchOf, brief, rowOf, workspace } from '#test/server/log/log-rows.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'asterism-recovered-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const openLog = () => createSqliteLog(openDatabase(join(dataDir, 'asterism.sqlite')))

/** The command as a person runs it: its code and what it said. */
function recovered(): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/recovered.ts'], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (text: Buffer) => void (said += text.toString()))
  child.stderr.on('data', (text: Buffer) => void (said += text.toString()))
  return new Promise((resolve) => void child.on('close', (code) => resolve({ code, said })))
}

async function restored(): Promise<void> {
  const log = openLog()
  await log.append([batchOf([rowOf(brief, 1)])])
  await log.close()
  writeBackup(dataDir, join(dataDir, 'backup'))
  expect(restoreInto(dataDir, join(dataDir, 'backup'), Date.now()).ok).toBe(true)
}

test('without data there is nothing to end, and the command says where it looked', async () => {
  const { code, said } = await recovered()
  expect(code).toBe(1)
  expect(said).toContain(`There is no data in ${dataDir}`)
})

test('with a relay running it is asked, and a second time says that none was under way', async () => {
  await restored()
  const relay = await startRelay(
    readEnvironment({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
  )
  const first = await recovered()
  expect(first.code).toBe(0)
  expect(first.said).toMatch(/恢复期已结束[^]*The recovery has ended/)
  expect(relay.engine().endRecovery()).toBe(false)
  expect((await recovered()).said).toContain('Nothing was changed')
  await relay.close()
}, 60_000)

test('without a relay it is ended in the file', async () => {
  await restored()
  expect((await recovered()).said).toContain('The recovery has ended')
  const log = openLog()
  expect(await log.state(workspace, brief)).toMatchObject({ recovering: false })
  await log.close()
}, 60_000)
