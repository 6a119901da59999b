import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import { topicSchema } from '#shared/protocol/names.ts'
import { createSqliteDirectory } from '#server/directory/sqlite-directory.ts'
import { checkBackup, openAsIs, writeBackup } from '#server/log/backup-file.ts'
import {
  removeRelayFile,
  restoreRequestSchema,
  runningRelay,
  writeRelayFile,
} from '#server/log/relay-file.ts'
import { restoreHere, sayRestoreRefusal } from '#server/log/restore-command.ts'
import { restoreInto } from '#server/log/restore-into.ts'
import { closeDatabase, NewerDatabaseError, openDatabase } from '#server/log/sqlite-file.ts'
import { createSqliteLog } from '#server/log/sqlite-log.ts'
import {
  batchOf,
  brief,
  docNamed,
  otherBrief,
  rowOf,
  rowsOf,
  workspace,
} from '#test/server/log/log-rows.ts'
import {
  founder,
  inviteEnded,
  inviteNamed,
  inviteOf,
  joiningOf,
  secretOf,
} from '#test/server/directory/directory-people.ts'

let dataDir = ''
const started: ChildProcess[] = []
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'asterism-backup-'))
})
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

/**
 * libsql gives a closed file back only when its statements are collected. In a test all "processes" but the spawned
 * ones are this one, so it collects before it plays the next.
 */
async function asAnotherProcess(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  for (let round = 0; round < 3; round += 1) {
    if (typeof collect === 'function') collect()
    await new Promise((resolve) => void setImmediate(resolve))
  }
}

const restoreFrom = async (file: string, now: number) => {
  await asAnotherProcess()
  return restoreHere(dataDir, file, now)
}

const backupFile = (): string => join(dataDir, 'backup.sqlite')
const openLog = () => createSqliteLog(openDatabase(join(dataDir, 'asterism.sqlite')))

async function storeRows(last: number): Promise<void> {
  const log = openLog()
  await log.append([batchOf([...rowsOf(brief, 1, last), rowOf(otherBrief, 1)])])
  await log.close()
}

function run(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: { ...process.env, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  return child
}

async function finished(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = ''
  child.stdout?.on('data', (text: Buffer) => void (said += text.toString()))
  child.stderr?.on('data', (text: Buffer) => void (said += text.toString()))
  const code = await new Promise<number | null>((resolve) => void child.on('close', resolve))
  return { code, said }
}

/** Starts a process that appends for ever; `acknowledged` is the newest row of each document it was told is stored. */
function startAppending() {
  const child = run(fileURLToPath(new URL('./appending-process.ts', import.meta.url)), [dataDir])
  let acknowledged = 0
  const waiting: { row: number; resolve: () => void }[] = []
  if (child.stdout === null) throw new Error('no output')
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged = Number(line)
    for (const wait of waiting.filter(({ row }) => row <= acknowledged)) wait.resolve()
  })
  return {
    acknowledged: () => acknowledged,
    reaches: (row: number) =>
      new Promise<void>(
        (resolve) => void (acknowledged >= row ? resolve() : waiting.push({ row, resolve })),
      ),
    async kill() {
      const closed = new Promise((resolve) => void child.on('close', resolve))
      child.kill('SIGKILL')
      await closed
    },
  }
}

describe('a backup', () => {
  test('made while a relay appends holds every row acknowledged before it, and restores to that', async () => {
    const relay = startAppending()
    await relay.reaches(2_000)
    const before = relay.acknowledged()
    expect(writeBackup(dataDir, backupFile()).ok).toBe(true)
    await relay.reaches(before + 500)
    await relay.kill()
    const newest = relay.acknowledged()
    const oldEpoch = await epochOf()
    const restored = await restoreFrom(backupFile(), Date.UTC(2026, 10, 23))
    expect(restored.ok && restored.value.documents).toBe(3)
    const log = openLog()
    for (const doc of ['b', 'c', 'd'].map(docNamed)) {
      const state = await log.state(workspace, doc)
      expect(state?.seq).toBeGreaterThanOrEqual(before)
      expect(state?.seq).toBeLessThan(newest)
      expect(state).toMatchObject({
        recovering: true,
        since: state?.seq,
        authors: [{ next: state?.seq }],
      })
      expect((await log.read(doc, 0)).rows.map((row) => row.seq)).toEqual(
        Array.from({ length: state?.seq ?? 0 }, (_, index) => index + 1),
      )
    }
    await log.close()
    expect(await epochOf()).not.toBe(oldEpoch)
  }, 60_000)

  test('keeps what stood there before, whole, under the time of the restore', async () => {
    await storeRows(3)
    writeBackup(dataDir, backupFile())
    await storeMore(4)
    const restored = restoreInto(dataDir, backupFile(), Date.UTC(2026, 10, 23, 4, 5, 6))
    const kept = restored.ok ? restored.value.keptAs : null
    expect(kept).toMatch(/asterism\.sqlite\.before-restore-2026-11-23T04-05-06-000Z$/)
    expect(readdirSync(dataDir).filter((name) => /restoring|-wal$|-shm$/.test(name))).toEqual([])
    copyFileSync(kept ?? '', join(dataDir, 'asterism.sqlite'))
    const log = openLog()
    expect(await log.state(workspace, brief)).toMatchObject({ seq: 4, recovering: false })
    await log.close()
  })

  test('is refused where a file stands, and leaves that file alone', async () => {
    await storeRows(1)
    writeFileSync(backupFile(), 'mine')
    expect(writeBackup(dataDir, backupFile())).toMatchObject({
      ok: false,
      refusal: { code: 'file-exists' },
    })
    expect(readFileSync(backupFile(), 'utf8')).toBe('mine')
  })

  test('of nothing, or to where nothing can be written, says so', async () => {
    expect(writeBackup(dataDir, backupFile())).toMatchObject({
      ok: false,
      refusal: { code: 'no-data' },
    })
    await storeRows(1)
    expect(writeBackup(dataDir, join(dataDir, 'no', 'folder', 'b'))).toMatchObject({
      ok: false,
      refusal: { code: 'not-written' },
    })
  })
})

describe('a restore', () => {
  test('does not touch the data when the file is missing, no backup, newer or damaged', async () => {
    await storeRows(300)
    writeBackup(dataDir, backupFile())
    const spoilt = (name: string, spoil: (bytes: Buffer) => Buffer): string => {
      const file = join(dataDir, name)
      writeFileSync(file, spoil(readFileSync(backupFile())))
      return file
    }
    const newer = join(dataDir, 'newer')
    copyFileSync(backupFile(), newer)
    const db = openAsIs(newer)
    db.exec('PRAGMA user_version = 99')
    db.close()
    expect(() => openDatabase(newer)).toThrow(NewerDatabaseError)
    for (const [file, code] of [
      [join(dataDir, 'absent'), 'no-file'],
      [spoilt('text', () => Buffer.from('hello')), 'not-a-backup'],
      [spoilt('empty', () => Buffer.alloc(0)), 'not-a-backup'],
      [spoilt('cut', (bytes) => bytes.subarray(0, 20_000)), 'damaged'],
      [spoilt('holed', (bytes) => bytes.fill(0x5a, 8_192, 16_384)), 'damaged'],
      [newer, 'newer'],
      [join(dataDir, 'asterism.sqlite'), 'not-a-backup'],
    ] as const) {
      const restored = await restoreFrom(file, 0)
      expect(restored).toMatchObject({ ok: false, refusal: { code } })
      if (!restored.ok) expect(sayRestoreRefusal(restored.refusal).en).toMatch(/\.$/)
    }
    const log = openLog()
    expect(await log.state(workspace, brief)).toMatchObject({ seq: 300, recovering: false })
    await log.close()
  })

  test('works when the old data is damaged or gone, and then skips device numbers', async () => {
    await storeRows(2)
    writeBackup(dataDir, backupFile())
    writeFileSync(join(dataDir, 'asterism.sqlite'), 'scrambled')
    expect((await restoreFrom(backupFile(), 1)).ok).toBe(true)
    const db = openDatabase(join(dataDir, 'asterism.sqlite'))
    const founded = await createSqliteDirectory(db).foundWorkspace(
      { id: workspace, name: 'W' },
      joiningOf('a'),
      null,
    )
    expect(founded.ok && founded.value.number).toBeGreaterThan(10_000)
    closeDatabase(db)
    rmSync(join(dataDir, 'asterism.sqlite'))
    expect(await restoreFrom(backupFile(), 2)).toMatchObject({ ok: true, value: { keptAs: null } })
  })

  test('gives no device number twice, brings nothing revoked back, signs everybody out', async () => {
    const file = join(dataDir, 'asterism.sqlite')
    const db = openDatabase(file)
    const directory = createSqliteDirectory(db)
    await directory.foundWorkspace({ id: workspace, name: 'W' }, joiningOf('a'), null)
    const owner = { ...founder, workspace }
    for (const letter of ['k', 'm'])
      await directory.perform(owner, inviteOf(letter, { uses: 2 }, workspace), 1)
    await directory.openSession(
      secretOf('t'),
      { kind: 'device', device: joiningOf('a').device },
      100,
      1,
    )
    const topic = topicSchema.parse('t'.repeat(26))
    const grant = { kind: 'grant', scope: documentNamed('brief', topic), subject: topic } as const
    const body = { member: owner.member, right: 'view', expiresAt: null } as const
    await directory.perform(owner, { ...grant, outcome: 'given', body }, 1)
    writeBackup(dataDir, backupFile())
    await directory.perform(owner, inviteEnded('k', workspace), 1)
    const ended = { ...grant, outcome: 'ended', body: { member: owner.member } } as const
    await directory.perform(owner, ended, 1)
    const lost = await directory.redeemInvite(inviteNamed('m'), secretOf('s'), joiningOf('c'))
    expect(lost.ok && lost.value.number).toBe(2)
    const sealingKey = await directory.sealingKey()
    closeDatabase(db)
    expect(restoreInto(dataDir, backupFile(), 1).ok).toBe(true)
    const fresh = openDatabase(file)
    const again = createSqliteDirectory(fresh)
    expect(await again.redeemInvite(inviteNamed('k'), secretOf('s'), joiningOf('d'))).toEqual({
      ok: false,
      refusal: 'invite-revoked',
    })
    const joined = await again.redeemInvite(inviteNamed('m'), secretOf('s'), joiningOf('d'))
    expect(joined.ok && joined.value.number).toBe(3)
    expect(await again.redeemInvite(inviteNamed('m'), secretOf('s'), joiningOf('f'))).toEqual({
      ok: false,
      refusal: 'invite-used-up',
    })
    expect((await again.device(owner.device))?.grants).toEqual([])
    expect(await again.session(secretOf('t'), 2)).toBeNull()
    expect(await again.sealingKey()).toEqual(new Uint8Array(sealingKey))
    closeDatabase(fresh)
  })

  test('is refused while another process has the data open', async () => {
    const relay = startAppending()
    await relay.reaches(100)
    writeBackup(dataDir, backupFile())
    expect(await restoreFrom(backupFile(), 1)).toEqual({ ok: false, refusal: { code: 'in-use' } })
    await relay.reaches(relay.acknowledged() + 100)
    await relay.kill()
  }, 60_000)

  test('is asked of a running relay with its secret, and its refusal is passed on', async () => {
    await storeRows(2)
    writeBackup(dataDir, backupFile())
    const asked: unknown[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (text: Buffer) => void (body += text.toString()))
      request.on('end', () => {
        asked.push([
          request.url,
          request.headers.authorization,
          restoreRequestSchema.parse(JSON.parse(body)).file,
        ])
        const good = asked.length === 1
        response.writeHead(good ? 200 : 409, { 'content-type': 'application/json' })
        response.end(
          JSON.stringify(
            good
              ? { epoch: 'e', documents: 2, rows: 3, keptAs: null, files: 1, missing: [] }
              : { zh: '现在不行。', en: 'Not now.' },
          ),
        )
      })
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    writeRelayFile(dataDir, {
      pid: process.pid,
      adminUrl: `http://127.0.0.1:${port}`,
      secret: 'x'.repeat(32),
    })
    expect(statSync(join(dataDir, 'relay.json')).mode & 0o777).toBe(0o600)
    expect(await restoreFrom(backupFile(), 1)).toMatchObject({ ok: true, value: { epoch: 'e' } })
    expect(await restoreFrom(backupFile(), 1)).toEqual({
      ok: false,
      refusal: { code: 'relay-refused', said: { zh: '现在不行。', en: 'Not now.' } },
    })
    expect(asked[0]).toEqual(['/admin/restore', `Bearer ${'x'.repeat(32)}`, backupFile()])
    await new Promise((resolve) => void server.close(resolve))
    // Nobody listens there any more: the file was left by a relay that was killed.
    expect(await restoreFrom(backupFile(), 1)).toMatchObject({ ok: true, value: { documents: 2 } })
  })

  test('a relay file of a dead process, or an unreadable one, counts as none, and only its own is removed', () => {
    writeRelayFile(dataDir, {
      pid: 2 ** 22 + 5,
      adminUrl: 'http://127.0.0.1:1',
      secret: 'x'.repeat(32),
    })
    expect(runningRelay(dataDir)).toBeNull()
    removeRelayFile(dataDir, process.pid)
    expect(existsSync(join(dataDir, 'relay.json'))).toBe(true)
    removeRelayFile(dataDir, 2 ** 22 + 5)
    expect(existsSync(join(dataDir, 'relay.json'))).toBe(false)
    writeFileSync(join(dataDir, 'relay.json'), '{')
    expect(runningRelay(dataDir)).toBeNull()
  })
})

test('the two commands say what they did, or what to do, in both languages', async () => {
  await storeRows(4)
  const made = await finished(run('server/backup.ts', [backupFile()]))
  expect(made).toMatchObject({
    code: 0,
    said: expect.stringMatching(/2 份文档,5 次更改[^]*2 documents, 5 changes/) as string,
  })
  expect(await finished(run('server/backup.ts', [backupFile()]))).toMatchObject({
    code: 1,
    said: expect.stringContaining('already exists') as string,
  })
  await asAnotherProcess()
  expect(await finished(run('server/restore.ts', [backupFile()]))).toMatchObject({
    code: 0,
    said: expect.stringMatching(/已恢复[^]*Restored/) as string,
  })
  expect(await finished(run('server/restore.ts', []))).toMatchObject({
    code: 1,
    said: expect.stringContaining('Usage') as string,
  })
  expect(checkBackup(backupFile()).ok).toBe(true)
}, 60_000)

async function storeMore(seq: number): Promise<void> {
  const log = openLog()
  await log.append([batchOf([rowOf(brief, seq)])])
  await log.close()
}

async function epochOf(): Promise<string> {
  const db = openDatabase(join(dataDir, 'asterism.sqlite'))
  const epoch = await createSqliteDirectory(db).epoch()
  closeDatabase(db)
  return epoch
}
