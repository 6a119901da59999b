/** The relay dies at every single statement of an append and of a retire; the file is opened again and must be right. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Log } from '#server/log/log.ts'
import { openDatabase } from '#server/log/sqlite-file.ts'
import { createSqliteLog } from '#server/log/sqlite-log.ts'
import { dyingDatabase } from './dying-database.ts'
import { batchOf, brief, bytesOf, otherBrief, rowOf, rowsOf, workspace } from './log-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'asterism-crash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0

/** Runs `work` again and again, dying one statement later each time, until it gets through; answers how often it died. */
async function dieEverywhere(
  prepare: (log: Log) => Promise<void>,
  work: (log: Log) => Promise<void>,
  check: (log: Log, done: boolean) => Promise<void>,
): Promise<number> {
  let deaths = 0
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; ; at += 1) {
      const file = join(folder, `${(files += 1)}.sqlite`)
      const real = openDatabase(file)
      const dying = dyingDatabase(real)
      const log = createSqliteLog(dying.db)
      await prepare(log)
      dying.dieAt(at, when)
      const acknowledged = await work(log).then(
        () => true,
        () => false,
      )
      // The system drops a dead process's open transaction; libsql's close does not, while statements live.
      if ('inTransaction' in real && real.inTransaction === true) real.exec('ROLLBACK')
      real.close()
      const again = createSqliteLog(openDatabase(file))
      await check(again, acknowledged)
      await again.close()
      if (!dying.died()) break
      deaths += 1
    }
  }
  return deaths
}

describe('a relay killed at any statement', () => {
  test('of an append has stored all of it or nothing, and all of it when it was acknowledged', async () => {
    const batch = batchOf([...rowsOf(brief, 4, 23), rowOf(otherBrief, 1, { n: 9 })], {
      authors: [{ doc: brief, client: 3, device: 1, next: 30 }],
    })
    const deaths = await dieEverywhere(
      (log) => log.append([batchOf(rowsOf(brief, 1, 3))]),
      (log) => log.append([batch]),
      async (log, acknowledged) => {
        const state = await log.state(workspace, brief)
        const stored = state?.seq === 23
        if (acknowledged) expect(stored).toBe(true)
        expect(state).toMatchObject(
          stored ? { seq: 23, authors: [{ client: 3, next: 30 }] } : { seq: 3, authors: [] },
        )
        expect((await log.read(brief, 0)).rows).toHaveLength(stored ? 23 : 3)
        expect((await log.state(workspace, otherBrief))?.seq ?? 0).toBe(stored ? 1 : 0)
        expect(await log.pushed(1, 9)).toBe(stored ? 1 : null)
        expect((await log.feed(workspace, 1, 9)).entries.map((entry) => entry.seq)).toEqual(
          stored ? [23, 1] : [],
        )
        if (!stored) await log.append([batch])
      },
    )
    expect(deaths).toBeGreaterThan(10)
  })

  test('of a retire leaves a document that reads whole, and the next retire tidies up', async () => {
    const snapshot = { upto: 1_200, bytes: bytesOf('up to 1200') }
    const heads = rowsOf(brief, 1, 1_203).map(({ seq, device, at, note }) => ({
      seq,
      device,
      at,
      note,
    }))
    const deaths = await dieEverywhere(
      (log) => log.append([batchOf(rowsOf(brief, 1, 1_203))]),
      (log) => log.retire(brief, snapshot),
      async (log) => {
        for (const after of [0, 499, 500, 700, 1_000, 1_199, 1_200, 1_203]) {
          const read = await log.read(brief, after)
          if (read.snapshot !== null) expect(read.snapshot).toEqual(snapshot)
          const from = read.snapshot?.upto ?? after
          expect(read.rows.map((row) => row.seq)).toEqual(heads.slice(from).map((row) => row.seq))
        }
        expect(await log.history(brief, 0, 5_000)).toEqual(heads)
        const state = await log.state(workspace, brief)
        expect([1_203, 3]).toContain(state?.rowsSinceSnapshot)
        await log.append([batchOf([rowOf(brief, 1_204)])])
        await log.retire(brief, { upto: 1_201, bytes: bytesOf('up to 1201') })
        expect((await log.read(brief, 0)).snapshot?.upto).toBe(1_201)
        expect((await log.read(brief, 0)).rows.map((row) => row.seq)).toEqual([1_202, 1_203, 1_204])
        expect((await log.history(brief, 0, 5_000)).map((row) => row.seq)).toEqual(
          Array.from({ length: 1_204 }, (_, index) => index + 1),
        )
      },
    )
    expect(deaths).toBeGreaterThan(20)
  })
})
