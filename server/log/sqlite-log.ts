/**
 * The Log in SQLite: reading here, appending in sqlite-append.ts, retiring in sqlite-retire.ts. libsql is synchronous,
 * so a call's work is done when it returns its promise. Left out: opening and closing the file's other users (Directory).
 */
import * as z from 'zod'
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import type { Row, Snapshot } from '#shared/protocol/frames.ts'
import type { AuthorClock, DocHistoryRow, DocState, Log } from './log.ts'
import { unpackHeads } from './pack.ts'
import { createAppend, createDocumentIds } from './sqlite-append.ts'
import { createFeed } from './sqlite-feed.ts'
import { closeDatabase, type SqliteDatabase } from './sqlite-file.ts'
import { createRetire } from './sqlite-retire.ts'
import {
  bytesIn,
  numberIn,
  numberOrNullIn,
  prepare,
  textIn,
  type Cells,
} from './sqlite-statement.ts'

const DOCUMENTS = 'FROM document JOIN space ON space.id = document.space'

/** The Log over an open database. `close` closes the database. */
export function createSqliteLog(db: SqliteDatabase): Log {
  const ids = createDocumentIds(db)
  const feed = createFeed(db)
  const append = createAppend(db, ids, feed)
  const retire = createRetire(db, ids)
  const head = prepare(
    db,
    `SELECT document.id, name, workspace, seq, bytes, snapshot_upto, recovering_since ${DOCUMENTS} WHERE name = ? AND workspace = ?`,
  )
  const authors = prepare(
    db,
    `SELECT author.client, device, next, bound_at, state FROM author
     LEFT JOIN restored_author ON restored_author.doc = author.doc AND restored_author.client = author.client
     WHERE author.doc = ?`,
  )
  const dropUnused = prepare(db, 'DELETE FROM author WHERE next = 0 AND bound_at < ?')
  const pushed = prepare(db, 'SELECT seq FROM row WHERE device = ? AND n = ?')
  // The partial index row_push answers it; the condition must name what the index holds.
  const newestPush = prepare(
    db,
    'SELECT COALESCE(MAX(n), -1) AS n FROM row WHERE device = ? AND n IS NOT NULL',
  )
  const after = prepare(
    db,
    'SELECT seq, device, at, note, bytes FROM row WHERE doc = ? AND seq > ? ORDER BY seq LIMIT ?',
  )
  const snapshot = prepare(db, 'SELECT upto, bytes FROM snapshot WHERE doc = ?')
  const firstHeld = prepare(db, 'SELECT MIN(seq) AS seq FROM row WHERE doc = ?')
  const reach = prepare(db, 'SELECT snapshot_upto AS upto FROM document WHERE id = ?')
  const packs = prepare(
    db,
    'SELECT heads FROM pack WHERE doc = ? AND upto > ? ORDER BY upto LIMIT 1',
  )
  const heads = prepare(
    db,
    'SELECT seq, device, at, note FROM row WHERE doc = ? AND seq > ? ORDER BY seq LIMIT ?',
  )
  const grown = prepare(
    db,
    `SELECT name, workspace, seq - snapshot_upto AS tail ${DOCUMENTS} WHERE seq - snapshot_upto >= ?
     ORDER BY tail DESC, document.id LIMIT ?`,
  )
  const accessChanges = prepare(db, 'SELECT count FROM access_change')

  /** The stored snapshot when row `seq + 1` was packed away. */
  const neededSnapshot = (id: number, seq: number): Snapshot | null => {
    if (seq >= numberIn(reach.one([id]) ?? {}, 'upto')) return null
    const first = numberOrNullIn(firstHeld.one([id]) ?? { seq: null }, 'seq')
    if (first !== null && first <= seq + 1) return null
    const cells = snapshot.one([id])
    return cells === null ? null : { upto: numberIn(cells, 'upto'), bytes: bytesIn(cells, 'bytes') }
  }

  return {
    async state(workspace, doc) {
      const cells = head.one([doc, workspace])
      if (cells === null) return null
      return readState(cells, authors.all([numberIn(cells, 'id')]))
    },
    async isElsewhere(workspace, doc) {
      return ids.find(doc) !== null && ids.find(doc, workspace) === null
    },
    async append(batches) {
      append(batches)
    },
    async dropUnused(before) {
      dropUnused.run([before])
    },
    async pushed(device, n) {
      const cells = pushed.one([device, n])
      return cells === null ? null : numberIn(cells, 'seq')
    },
    async newestPush(device) {
      return numberIn(newestPush.one([device]) ?? {}, 'n')
    },
    async read(doc, seq, limit = -1) {
      const id = ids.find(doc)
      if (id === null) return { snapshot: null, rows: [] }
      const needed = neededSnapshot(id, seq)
      return { snapshot: needed, rows: after.all([id, needed?.upto ?? seq, limit]).map(readRow) }
    },
    async feed(workspace, position, limit, among) {
      const found = feed.after(workspace, position, limit + 1, among)
      return { entries: found.slice(0, limit), more: found.length > limit }
    },
    retire,
    async history(doc, seq, limit) {
      const id = ids.find(doc)
      if (id === null) return []
      const found: DocHistoryRow[] = []
      const newest = (): number => found.at(-1)?.seq ?? seq
      while (found.length < limit) {
        const pack = packs.one([id, newest()])
        if (pack === null) break
        const from = newest()
        const unpacked = await unpackHeads(bytesIn(pack, 'heads'))
        for (const { seq: at, device, at: time, note } of unpacked)
          if (at > from) found.push({ seq: at, device, at: time, note })
      }
      if (found.length < limit)
        found.push(...heads.all([id, newest(), limit - found.length]).map(readHistoryRow))
      return found.slice(0, limit)
    },
    async uncompacted(rows, limit) {
      return grown.all([rows, limit]).map((cells) => ({
        doc: textIn(cells, 'name') as DocName,
        workspace: textIn(cells, 'workspace') as WorkspaceId,
        rows: numberIn(cells, 'tail'),
      }))
    },
    accessChanges: () => numberIn(accessChanges.one([]) ?? {}, 'count'),
    async close() {
      closeDatabase(db)
    },
  }
}

const restoredSchema = z.enum(['awaited', 'brought', 'returned'])

function readState(cells: Cells, authors: readonly Cells[]): DocState {
  const seq = numberIn(cells, 'seq')
  const since = numberOrNullIn(cells, 'recovering_since')
  return {
    doc: textIn(cells, 'name') as DocName,
    workspace: textIn(cells, 'workspace') as WorkspaceId,
    seq,
    bytes: numberIn(cells, 'bytes'),
    rowsSinceSnapshot: seq - numberIn(cells, 'snapshot_upto'),
    authors: authors.map(readAuthor),
    recovering: since !== null,
    ...(since === null ? {} : { since }),
  }
}

function readAuthor(cells: Cells): AuthorClock {
  const next = numberIn(cells, 'next')
  return {
    client: numberIn(cells, 'client'),
    device: numberIn(cells, 'device'),
    next,
    ...(cells['state'] === null ? {} : { restored: restoredSchema.parse(cells['state']) }),
    ...(next > 0 ? {} : { boundAt: numberOrNullIn(cells, 'bound_at') ?? 0 }),
  }
}

const readHistoryRow = (cells: Cells): DocHistoryRow => ({
  seq: numberIn(cells, 'seq'),
  device: numberIn(cells, 'device'),
  at: numberIn(cells, 'at'),
  note: bytesIn(cells, 'note'),
})

const readRow = (cells: Cells): Row => ({
  ...readHistoryRow(cells),
  bytes: bytesIn(cells, 'bytes'),
})
