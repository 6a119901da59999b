/**
 * Retiring rows: first the snapshot in one transaction, then the rows it covers pack by pack, oldest first, each pack
 * with the removal of its rows in one transaction. Between any two of them the document reads right, and what a crash
 * left over is packed by the next retire.
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { Snapshot } from '#shared/protocol/frames.ts'
import { packRows, type PackedRow } from './pack.ts'
import type { DocumentIds } from './sqlite-append.ts'
import { inTransaction, type SqliteDatabase } from './sqlite-file.ts'
import { bytesIn, numberIn, numberOrNullIn, prepare, type Cells } from './sqlite-statement.ts'

/** A pack holds at most 1,000 rows (decisions.md); at 500 a step takes the event loop about 5 ms. */
const ROWS_IN_PACK = 500
/** A pack ends early here, so that rows of 2 MB do not gather to 2 GB. */
const BYTES_IN_PACK = 4 * 1024 * 1024

export function createRetire(
  db: SqliteDatabase,
  ids: DocumentIds,
): (doc: DocName, snapshot: Snapshot) => Promise<void> {
  const reach = prepare(db, 'SELECT seq, snapshot_upto AS upto FROM document WHERE id = ?')
  const put = prepare(
    db,
    'INSERT INTO snapshot (doc, upto, bytes) VALUES (?, ?, ?) ON CONFLICT (doc) DO UPDATE SET upto = excluded.upto, bytes = excluded.bytes',
  )
  const recount = prepare(
    db,
    `UPDATE document SET snapshot_upto = ?,
       bytes = ? + (SELECT COALESCE(SUM(LENGTH(bytes)), 0) FROM row WHERE doc = document.id AND seq > ?) WHERE id = ?`,
  )
  const oldest = prepare(
    db,
    `SELECT seq, device, n, at, note, bytes, recovered_by FROM row WHERE doc = ? AND seq <= ? ORDER BY seq LIMIT ${ROWS_IN_PACK}`,
  )
  const addPack = prepare(
    db,
    'INSERT INTO pack (doc, upto, first, newest_at, heads, bodies) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const remove = prepare(db, 'DELETE FROM row WHERE doc = ? AND seq BETWEEN ? AND ?')
  const inOrder = createQueue()

  const putSnapshot = (id: number, doc: DocName, { upto, bytes }: Snapshot): void => {
    inTransaction(db, () => {
      const reached = reach.one([id]) ?? {}
      if (upto < 1 || upto > numberIn(reached, 'seq'))
        throw new Error(`a snapshot up to row ${upto} of ${doc}, which has no such row`)
      if (upto <= numberIn(reached, 'upto')) return
      put.run([id, upto, bytes])
      recount.run([upto, bytes.byteLength, upto, id])
    })
  }
  /** Answers whether there was something to pack. */
  const packOldest = async (id: number, upto: number): Promise<boolean> => {
    const rows = withinBytes(oldest.all([id, upto]).map(readPackedRow))
    const first = rows[0]
    const last = rows.at(-1)
    if (first === undefined || last === undefined) return false
    const { heads, bodies } = await packRows(rows)
    const newestAt = rows.reduce((newest, row) => Math.max(newest, row.at), 0)
    inTransaction(db, () => {
      addPack.run([id, last.seq, first.seq, newestAt, heads, bodies])
      const removed = remove.run([id, first.seq, last.seq])
      if (removed !== rows.length) throw new Error('rows to retire changed meanwhile')
    })
    return true
  }
  return (doc, snapshot) =>
    inOrder(async () => {
      const id = ids.find(doc)
      if (id === null) throw new Error(`a snapshot of ${doc}, which has no row`)
      putSnapshot(id, doc, snapshot)
      // Never beyond a stored snapshot, also when this one came too late to be stored.
      const upto = numberIn(reach.one([id]) ?? {}, 'upto')
      while (await packOldest(id, upto)) await nextTurn()
    })
}

function readPackedRow(cells: Cells): PackedRow {
  return {
    seq: numberIn(cells, 'seq'),
    device: numberIn(cells, 'device'),
    n: numberOrNullIn(cells, 'n'),
    at: numberIn(cells, 'at'),
    note: bytesIn(cells, 'note'),
    bytes: bytesIn(cells, 'bytes'),
    recoveredBy: numberOrNullIn(cells, 'recovered_by'),
  }
}

/** At least one row, and no more than a pack's bytes. */
function withinBytes(rows: readonly PackedRow[]): readonly PackedRow[] {
  let bytes = 0
  const end = rows.findIndex((row) => {
    bytes += row.bytes.byteLength
    return bytes > BYTES_IN_PACK
  })
  return end === -1 ? rows : rows.slice(0, Math.max(1, end))
}

/** One retiring at a time, in the order asked; a failed one does not stop the next. */
function createQueue(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
