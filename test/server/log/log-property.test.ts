/** Random appends, retires and reads on SQLite and on the model in memory give the same answers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createRandom, type Random } from '#shared/lib/random.ts'
import type { AppendRow, Batch, Log } from '#server/log/log.ts'
import { openDatabase } from '#server/log/sqlite-file.ts'
import { createSqliteLog } from '#server/log/sqlite-log.ts'
import { batchOf, bytesOf, docNamed, otherWorkspace, rowOf, workspace } from './log-rows.ts'
import { createMemoryLog } from './memory-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'asterism-random-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const docs = ['b', 'c', 'd', 'f'].map(docNamed)
const newSeed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

// 800462: libsql's statements stayed failed after one failure.
test.each([1, 2, 3, 800_462, newSeed])(
  'SQLite answers as the model does, seed %i',
  async (seed) => {
    const random = createRandom(seed)
    const file = join(folder, `${seed}.sqlite`)
    let log: Log = createSqliteLog(openDatabase(file))
    const model = createMemoryLog()
    for (let step = 0; step < 150; step += 1) {
      const act = random.int(10)
      if (act < 6) {
        const batches = Array.from({ length: 1 + random.int(2) }, () => randomBatch(random, model))
        const given = await Promise.all(batches)
        expect(await outcome(log.append(given))).toBe(await outcome(model.append(given)))
      } else if (act < 8) {
        const doc = random.pick(docs)
        const seq = (await model.read(doc, 0)).rows.at(-1)?.seq ?? 0
        const snapshot = { upto: random.int(seq + 2), bytes: bytesOf(`snapshot ${step}`) }
        expect(await outcome(log.retire(doc, snapshot))).toBe(
          await outcome(model.retire(doc, snapshot)),
        )
      } else if (act === 8) {
        await log.close()
        log = createSqliteLog(openDatabase(file))
      }
      await compare(log, model, random)
    }
    await log.close()
  },
  60_000,
)

/** Mostly continuing rows, sometimes a hole, a repeated row or push, or another workspace's document. */
async function randomBatch(random: Random, model: Log): Promise<Batch> {
  const rows: AppendRow[] = []
  for (const doc of docs.filter(() => random.int(2) === 0)) {
    const { snapshot, rows: held } = await model.read(doc, 0)
    const newest = held.at(-1)?.seq ?? snapshot?.upto ?? 0
    const from = newest + 1 + (random.int(12) === 0 ? random.int(3) - 1 : 0)
    for (let index = 0; index < 1 + random.int(40); index += 1) {
      const n = random.int(4) === 0 ? random.int(100_000) : null
      rows.push(
        rowOf(doc, from + index, {
          n,
          device: 1 + random.int(3),
          bytes: bytesOf('x'.repeat(random.int(300))),
        }),
      )
    }
  }
  const authors = docs
    .filter((doc) => rows.some((row) => row.doc === doc))
    .map((doc) => ({
      doc,
      client: random.int(5),
      device: 1 + random.int(3),
      next: random.int(1_000),
    }))
  return batchOf(rows, { authors, workspace: random.int(15) === 0 ? otherWorkspace : workspace })
}

async function compare(log: Log, model: Log, random: Random): Promise<void> {
  for (const doc of docs) {
    expect(await log.state(workspace, doc)).toEqual(await model.state(workspace, doc))
    const after = random.int(400)
    expect(await log.read(doc, after)).toEqual(await model.read(doc, after))
    const limit = 1 + random.int(50)
    expect(await log.history(doc, after, limit)).toEqual(await model.history(doc, after, limit))
  }
  const space = random.pick([workspace, workspace, otherWorkspace])
  const after = random.int(20)
  expect(documentsOf(await log.feed(space, after, 2))).toEqual(
    documentsOf(await model.feed(space, after, 2)),
  )
  expect(new Set(await log.uncompacted(5, 100))).toEqual(new Set(await model.uncompacted(5, 100)))
}

const documentsOf = (page: Awaited<ReturnType<Log['feed']>>): unknown => ({
  ...page,
  entries: page.entries.map(({ doc, seq, position }) => [doc, seq, position]),
})

const outcome = (work: Promise<void>): Promise<'stored' | 'refused'> =>
  work.then(
    () => 'stored',
    () => 'refused',
  )
