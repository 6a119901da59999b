/**
 * The checkpoint thread beside a writer at full speed: it copies, never stands in the writer's way, and may die. Large
 * rows, so that every commit adds many frames. `busy_timeout` 0: a writer that had to wait once would fail.
 */
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkBackup, databaseFile, openAsIs, writeBackup } from '#server/log/backup-file.ts'
import { createCheckpointRun } from '#server/log/checkpoint-run.ts'
import {
  createCheckpointThread,
  type CheckpointThread,
  type CheckpointThreadParts,
} from '#server/log/checkpoint-thread.ts'
import {
  closeDatabase,
  inTransaction,
  openDatabase,
  WAL_FRAMES,
  type SqliteDatabase,
} from '#server/log/sqlite-file.ts'
import { createSqliteLog } from '#server/log/sqlite-log.ts'
import { prepare } from '#server/log/sqlite-statement.ts'
import { startWorker } from '#server/relay/worker-thread.ts'
import { batchOf, brief, rowOf } from './log-rows.ts'

const FRAME_BYTES = 4_120
const PAGES_PER_ROW = 20

let dataDir = ''
let file = ''
let db: SqliteDatabase
let thread: CheckpointThread | null = null
let faults: string[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'asterism-checkpoint-'))
  file = databaseFile(dataDir)
  db = openDatabase(file)
  faults = []
})
afterEach(async () => {
  await thread?.close()
  thread = null
  closeDatabase(db)
  rmSync(dataDir, { recursive: true, force: true })
})

const begin = (over: Partial<CheckpointThreadParts> = {}): void => {
  const fault = (error: unknown): void => void faults.push(String(error))
  thread = createCheckpointThread({ file, start: startWorker, fault, lookMs: 5, ...over })
}
const walBytes = (): number => statSync(`${file}-wal`).size
const copiedBytes = (): number => statSync(file).size
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** One commit after the other until it is so; answers how many. */
async function writeUntil(isSo: () => boolean): Promise<number> {
  const log = createSqliteLog(db)
  let seq = 0
  while (!isSo()) {
    seq += 1
    await log.append([
      batchOf([rowOf(brief, seq, { bytes: new Uint8Array(PAGES_PER_ROW * 4_000) })]),
    ])
    await turn()
  }
  return seq
}

const stopTheWritersOwn = (): void => {
  db.prepare('PRAGMA wal_autocheckpoint = 0').all()
}
const mustNeverWait = (): void => {
  db.exec('PRAGMA busy_timeout = 0')
}

describe('beside a writer at full speed the thread', () => {
  test('copies again and again, and no commit finds the database busy', async () => {
    stopTheWritersOwn()
    mustNeverWait()
    begin({ worker: new URL('./checkpoint-busily.ts', import.meta.url) })
    const copies = new Set<number>()
    await writeUntil(() => copies.add(copiedBytes()).size > 200)
    expect(faults).toEqual([])
  })

  test('leaves every commit there and the file whole, also in a backup written meanwhile', async () => {
    begin()
    const backup = join(dataDir, 'backup.sqlite')
    const copies = new Set<number>()
    let written = writeBackup(dataDir, backup)
    const commits = await writeUntil(() => {
      if (copies.size === 2) {
        rmSync(backup)
        written = writeBackup(dataDir, backup)
      }
      return copies.add(copiedBytes()).size > 4
    })
    expect(written).toMatchObject({ ok: true })
    expect(checkBackup(backup)).toMatchObject({ ok: true })
    const log = createSqliteLog(openAsIs(file))
    expect((await log.read(brief, 0)).rows).toHaveLength(commits)
    expect(db.prepare('PRAGMA integrity_check').all()).toMatchObject([{ integrity_check: 'ok' }])
  })

  test('keeps the WAL as small as the writer alone would', async () => {
    begin()
    let most = 0
    const copied = (): number => {
      most = Math.max(most, walBytes())
      return copiedBytes()
    }
    await writeUntil(() => copied() > 3 * WAL_FRAMES * 4_096)
    // One commit may pass the bound, and those during the last copy of the thread.
    expect(most).toBeLessThan(2 * WAL_FRAMES * FRAME_BYTES)
  })
})

describe('when the thread is gone', () => {
  const broken = (): URL => {
    const source = join(dataDir, 'broken.mjs')
    writeFileSync(source, 'throw new Error("no room for a thread")')
    return pathToFileURL(source)
  }

  test('that is reported and it is begun again', async () => {
    begin({ worker: broken(), restartMs: 5 })
    await writeUntil(() => faults.length === 3)
    expect(faults[0]).toContain('no room for a thread')
  })

  test('the writer itself keeps the WAL small', async () => {
    begin({ worker: broken() })
    await writeUntil(() => copiedBytes() > 2 * WAL_FRAMES * 4_096)
    expect(walBytes()).toBeLessThan(1.1 * WAL_FRAMES * FRAME_BYTES)
    expect(faults).toHaveLength(1)
  })
})

describe('at the end', () => {
  test('thread and writer closed, everything stands in one file', async () => {
    stopTheWritersOwn()
    begin()
    const before = copiedBytes()
    const commits = await writeUntil(() => copiedBytes() > before)
    await thread?.close()
    closeDatabase(db)
    expect(existsSync(`${file}-wal`) ? walBytes() : 0).toBe(0)
    const again = createSqliteLog(openDatabase(file))
    expect((await again.read(brief, 0)).rows).toHaveLength(commits)
    await again.close()
    expect(faults).toEqual([])
  })

  test('a relay that wrote little never began a thread', async () => {
    let begun = 0
    begin({ start: (worker, megabytes) => ((begun += 1), startWorker(worker, megabytes)) })
    const log = createSqliteLog(db)
    await log.append([batchOf([rowOf(brief, 1)])])
    for (let looks = 0; looks < 50; looks += 1) await turn()
    expect(begun).toBe(0)
  })
})

describe('how far the WAL has come', () => {
  const grow = (rows: number): void => {
    const insert = prepare(db, 'INSERT INTO setting (name, value) VALUES (?, ?)')
    for (let k = 0; k < rows; k += 1)
      inTransaction(db, () => insert.run([crypto.randomUUID(), new Uint8Array(4_000 * 10)]))
  }

  test('is counted in frames since the last copy', () => {
    stopTheWritersOwn()
    const run = createCheckpointRun(file, 100)
    grow(3)
    expect(run.look()).toBeNull()
    grow(20)
    expect(run.look()).toBeGreaterThan(200)
    expect(run.look()).toBeNull()
    run.close()
  })

  test('is counted anew when the writer begins the WAL anew, though the file stays as long', () => {
    stopTheWritersOwn()
    const run = createCheckpointRun(file, 100)
    grow(40)
    const first = run.look() ?? 0
    const long = walBytes()
    grow(1)
    expect(walBytes()).toBe(long)
    expect(run.look()).toBeNull()
    grow(12)
    expect(run.look()).toBeLessThan(first)
    run.close()
  })

  test('does not hold up a writer in the middle of a commit', () => {
    stopTheWritersOwn()
    mustNeverWait()
    const run = createCheckpointRun(file, 10)
    grow(3)
    inTransaction(db, () => {
      db.exec("INSERT INTO setting (name, value) VALUES ('open', x'00')")
      expect(run.look()).toBeGreaterThan(10)
    })
    expect(db.prepare("SELECT count(*) AS n FROM setting WHERE name = 'open'").get()).toMatchObject(
      { n: 1 },
    )
    run.close()
  })
})
