/** A process that appends rows without end and says on standard output which it has acknowledged. Started by the tests. */
import { join } from 'node:path'
import { openDatabase } from '#server/log/sqlite-file.ts'
import { createSqliteLog } from '#server/log/sqlite-log.ts'
import { batchOf, docNamed, rowOf } from '#test/server/log/log-rows.ts'

const log = createSqliteLog(openDatabase(join(process.argv[2] ?? '', 'asterism.sqlite')))
const docs = ['b', 'c', 'd'].map(docNamed)

async function append(from: number): Promise<void> {
  const rows = docs.flatMap((doc) =>
    Array.from({ length: 10 }, (_, index) => rowOf(doc, from + index)),
  )
  await log.append([
    batchOf(rows, { authors: docs.map((doc) => ({ doc, client: 1, device: 1, next: from + 9 })) }),
  ])
  process.stdout.write(`${from + 9}\n`)
  setImmediate(() => void append(from + 10))
}

void append(1)
