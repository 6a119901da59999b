/**
 * The ledger in the relay's one SQLite file: a record, what it does and its number are one transaction, on disk when it
 * returns (synchronous FULL). libsql is synchronous, so no other transaction comes between.
 */
import * as z from 'zod'
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { recordRefusals, type RecordRefusal } from '#shared/protocol/refusals.ts'
import { inTransaction, type SqliteDatabase } from '#server/log/sqlite-file.ts'
import { bytesIn, numberIn, prepare, textIn, type Cells } from '#server/log/sqlite-statement.ts'
import { newLedgerKey, openLedgerKey } from './ledger-key.ts'
import {
  continues,
  type IncomingRecord,
  type Ledger,
  type LedgerRow,
  type NewestRecord,
  type Perform,
} from './ledger.ts'
import { createSettings } from './sqlite-settings.ts'

export function createSqliteLedger(db: SqliteDatabase, perform: Perform): Ledger {
  const relayKey = openLedgerKey(createSettings(db).bytesOr('relay-key', newLedgerKey))
  const newest = prepare(
    db,
    `SELECT n, id FROM (SELECT n, id FROM record WHERE device = ?1 UNION ALL SELECT n, id FROM refused_record WHERE device = ?1)
     ORDER BY n DESC LIMIT 1`,
  )
  const taken = prepare(db, 'SELECT id, seq FROM record WHERE device = ? AND n = ?')
  const refused = prepare(db, 'SELECT id, reason FROM refused_record WHERE device = ? AND n = ?')
  const keepRefused = prepare(
    db,
    'INSERT INTO refused_record (device, n, id, reason) VALUES (?, ?, ?, ?)',
  )
  const last = prepare(
    db,
    'SELECT seq, link FROM record WHERE workspace = ? AND scope = ? ORDER BY seq DESC LIMIT 1',
  )
  const insert = prepare(
    db,
    `INSERT INTO record (workspace, scope, seq, device, n, id, at, text, signature, link, countersignature)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const rows = prepare(
    db,
    `SELECT seq, record.at, text, signature, public_key, link, countersignature
     FROM record JOIN device ON device.number = record.device
     WHERE workspace = ? AND scope = ? AND seq > ? ORDER BY seq LIMIT ?`,
  )
  const news = prepare(
    db,
    `SELECT scope, MAX(seq) AS seq, MAX(position) AS position FROM record WHERE position > ? AND workspace = ?
     GROUP BY scope ORDER BY MAX(position) LIMIT ?`,
  )

  const newestOf = (device: number): NewestRecord | null => {
    const cells = newest.one([device])
    return cells === null ? null : { n: numberIn(cells, 'n'), id: textIn(cells, 'id') }
  }
  /** What was answered when its number came first. */
  const answered = (device: number, { fact, id }: IncomingRecord): Answer => {
    const stored = taken.one([device, fact.n])
    if (stored !== null && textIn(stored, 'id') === id) return ok({ seq: numberIn(stored, 'seq') })
    const before = refused.one([device, fact.n])
    if (before !== null && textIn(before, 'id') === id)
      return refuse(reasonSchema.parse(before['reason']))
    return refuse('chain-broken')
  }
  const enter = (device: number, record: IncomingRecord): Answer => {
    const { workspace, scope, n } = record.fact
    const { id, text, signature, at } = record
    const cells = last.one([workspace, scope])
    const before = cells === null ? '' : textIn(cells, 'link')
    const seq = cells === null ? 1 : numberIn(cells, 'seq') + 1
    const entry = { workspace, scope, seq, id, signature, at, before }
    const { link, countersignature } = relayKey.enter(entry)
    insert.run([workspace, scope, seq, device, n, id, at, text, signature, link, countersignature])
    return ok({ seq })
  }

  return {
    relayKey: async () => relayKey.publicKey,
    newestOf: async (device) => newestOf(device),
    async append(record) {
      return inTransaction(db, () => {
        const { actor, fact, id } = record
        const place = continues(newestOf(actor.number), fact)
        if (place === 'gap') return refuse('gap')
        if (place === 'earlier') return answered(actor.number, record)
        const refusal =
          place === 'chain-broken' ? place : (record.refusal ?? perform(actor, fact, record.at))
        if (refusal === null) return enter(actor.number, record)
        keepRefused.run([actor.number, fact.n, id, refusal])
        return refuse(refusal)
      })
    },
    read: async (workspace, scope, after, limit) =>
      rows.all([workspace, scope, after, limit]).map(readRow),
    feed: async (workspace: WorkspaceId, after, limit) =>
      news.all([after, workspace, limit]).map((cells) => ({
        scope: textIn(cells, 'scope') as DocName,
        seq: numberIn(cells, 'seq'),
        position: numberIn(cells, 'position'),
      })),
  }
}

type Answer = Result<{ readonly seq: number }, RecordRefusal>

const reasonSchema = z.enum(recordRefusals)

const readRow = (cells: Cells): LedgerRow => ({
  seq: numberIn(cells, 'seq'),
  at: numberIn(cells, 'at'),
  text: textIn(cells, 'text'),
  signature: bytesIn(cells, 'signature'),
  key: bytesIn(cells, 'public_key'),
  link: textIn(cells, 'link'),
  countersignature: bytesIn(cells, 'countersignature'),
})
