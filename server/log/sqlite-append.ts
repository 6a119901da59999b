/**
 * Appending to SQLite: all batches of one event-loop turn in one transaction, few statements per document.
 * Owns the numbers SQLite needs beside the rows: a document's and a workspace's short id.
 */
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import type { AppendRow, Batch } from './log.ts'
import type { Change, Feed } from './sqlite-feed.ts'
import { inTransaction, type SqliteDatabase } from './sqlite-file.ts'
import { positionsOf } from './sqlite-positions.ts'
import { numberIn, prepare, prepareInsert, textIn, type Value } from './sqlite-statement.ts'

/** Ids kept in memory; beyond that the table is asked again. */
const KNOWN_DOCUMENTS = 50_000

export interface DocumentIds {
  /** The short id, or null for an unknown document or one of another workspace. */
  find(doc: DocName, workspace?: WorkspaceId): number | null
  remember(doc: DocName, workspace: WorkspaceId, id: number): void
  forget(): void
}

export function createDocumentIds(db: SqliteDatabase): DocumentIds {
  const select = prepare(
    db,
    'SELECT document.id, workspace FROM document JOIN space ON space.id = document.space WHERE name = ?',
  )
  const known = new Map<DocName, { id: number; workspace: string }>()
  const remember = (doc: DocName, workspace: string, id: number): void => {
    if (known.size >= KNOWN_DOCUMENTS) known.clear()
    known.set(doc, { id, workspace })
  }
  return {
    find(doc, workspace) {
      const cells = known.has(doc) ? null : select.one([doc])
      if (cells !== null) remember(doc, textIn(cells, 'workspace'), numberIn(cells, 'id'))
      const entry = known.get(doc)
      if (entry === undefined || (workspace !== undefined && entry.workspace !== workspace))
        return null
      return entry.id
    },
    remember,
    forget: () => known.clear(),
  }
}

export function createAppend(
  db: SqliteDatabase,
  ids: DocumentIds,
  feed: Feed,
): (batches: readonly Batch[]) => void {
  const makeSpace = prepare(db, 'INSERT INTO space (workspace) VALUES (?) ON CONFLICT DO NOTHING')
  const findSpace = prepare(db, 'SELECT id FROM space WHERE workspace = ?')
  const positions = positionsOf(db)
  const make = prepare(
    db,
    // During a recovery a document the backup did not know may have had other authors, too.
    `INSERT INTO document (name, space, seq, bytes, recovering_since)
     VALUES (?, ?, 0, 0, (SELECT 0 FROM setting WHERE name = 'restored-at')) RETURNING id`,
  )
  const raise = prepare(
    db,
    'UPDATE document SET seq = ?, bytes = bytes + ?, position = ?, changed_at = ? WHERE id = ? AND seq = ?',
  )
  const insertRows = prepareInsert(
    db,
    'INSERT INTO row (doc, seq, device, n, at, note, bytes, recovered_by)',
    8,
  )
  const setAuthors = prepareInsert(
    db,
    'INSERT INTO author (doc, client, device, next)',
    4,
    'ON CONFLICT (doc, client) DO UPDATE SET device = excluded.device, next = excluded.next',
  )
  const bind = prepare(
    db,
    `INSERT INTO author (doc, client, device, next, bound_at) VALUES (?, ?, ?, 0, ?)
     ON CONFLICT (doc, client) DO UPDATE SET device = excluded.device, bound_at = excluded.bound_at WHERE next = 0`,
  )
  const setCard = prepare(db, 'UPDATE document SET card = ? WHERE id = ?')
  const unbind = prepare(db, 'DELETE FROM author WHERE doc = ? AND client = ? AND next = 0')
  const setRestored = prepare(
    db,
    'INSERT INTO restored_author (doc, client, state) VALUES (?, ?, ?) ON CONFLICT (doc, client) DO UPDATE SET state = excluded.state',
  )
  const spaces = new Map<WorkspaceId, number>()
  let changes: Change[] = []

  /** A workspace's short number. */
  const spaceOf = (workspace: WorkspaceId): number => {
    const known = spaces.get(workspace)
    if (known !== undefined) return known
    makeSpace.run([workspace])
    const space = numberIn(findSpace.one([workspace]) ?? {}, 'id')
    spaces.set(workspace, space)
    return space
  }
  const idOf = (doc: DocName, workspace: WorkspaceId): number => {
    const found = ids.find(doc, workspace)
    if (found !== null) return found
    // A document of another workspace fails here on its unique name, and with it the whole append.
    const cells = make.one([doc, spaceOf(workspace)])
    if (cells === null) throw new Error('a new document got no id')
    const id = numberIn(cells, 'id')
    ids.remember(doc, workspace, id)
    return id
  }
  const appendDocument = (
    workspace: WorkspaceId,
    doc: DocName,
    rows: readonly AppendRow[],
    stored: Value[][],
  ): void => {
    const id = idOf(doc, workspace)
    const first = rows[0]?.seq ?? 0
    let bytes = 0
    for (const [index, row] of rows.entries()) {
      if (row.seq !== first + index) throw new Error(`rows of ${doc} are not contiguous`)
      bytes += row.bytes.byteLength
      stored.push([id, row.seq, row.device, row.n, row.at, row.note, row.bytes, row.recoveredBy])
    }
    const position = positions.next(workspace)
    const seq = first + rows.length - 1
    const raised = raise.run([seq, bytes, position, rows.at(-1)?.at ?? 0, id, first - 1])
    if (raised !== 1) throw new Error(`row ${first} of ${doc} does not continue its newest row`)
    changes.push({ workspace, doc, seq, position })
  }
  const appendBatch = (batch: Batch): void => {
    const stored: Value[][] = []
    for (const [doc, rows] of byDocument(batch.rows))
      appendDocument(batch.workspace, doc, rows, stored)
    insertRows(stored)
    for (const { doc, client } of batch.unbound ?? [])
      unbind.run([idOf(doc, batch.workspace), client])
    for (const { doc, bytes } of batch.cards ?? []) setCard.run([bytes, idOf(doc, batch.workspace)])
    const written: Value[][] = []
    for (const { doc, client, device, next, boundAt } of batch.authors) {
      const id = idOf(doc, batch.workspace)
      if (next > 0) written.push([id, client, device, next])
      else bind.run([id, client, device, boundAt ?? 0])
    }
    setAuthors(written)
    for (const { doc, client, restored } of batch.authors)
      if (restored !== undefined) setRestored.run([idOf(doc, batch.workspace), client, restored])
  }
  return (batches) => {
    changes = []
    try {
      inTransaction(db, () => batches.forEach(appendBatch))
      feed.committed(changes)
    } catch (error) {
      // What was numbered in memory was never stored.
      ids.forget()
      spaces.clear()
      positions.forget()
      throw error
    }
  }
}

function byDocument(rows: readonly AppendRow[]): ReadonlyMap<DocName, readonly AppendRow[]> {
  const documents = new Map<DocName, AppendRow[]>()
  for (const row of rows) {
    const known = documents.get(row.doc)
    if (known === undefined) documents.set(row.doc, [row])
    else known.push(row)
  }
  return documents
}
