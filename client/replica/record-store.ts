/**
 * What this device keeps of records, as shapes and promises; each promise is one transaction. Two implementations:
 * `disk-records.ts` and `memory-records.ts`. Left out: signing, the wire, what a record means.
 */
import type { DeviceId, DocName } from '#shared/lib/ids.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import type { Receipt, SignedRecord } from '#shared/records/verify.ts'

export interface RecordRow extends SignedRecord {
  readonly id: string
  readonly scope: DocName
  /** Who made it, and the number they gave it; '' and 0 where this version cannot read it. */
  readonly device: DeviceId | ''
  readonly n: number
  /** The receipt's place in the scope's ledger; 0 without one. */
  readonly seq: number
  /** Receipts from before the relay was put back to an older state. */
  readonly earlier: readonly Receipt[]
  /** The relay did not take it; it is kept. */
  readonly refused: { readonly reason: Refusal; readonly at: number } | null
}

/** What of a line waits in the outbox: how many rows, and since when (device time of the oldest). */
export interface LineWaiting {
  readonly count: number
  readonly since: number | null
}

/** The newest record of this device; id null and n 0 before the first. */
export interface Made {
  readonly n: number
  readonly id: string | null
}

/** How far a scope's ledger is here, and how far it goes as the feed tells. */
export interface LedgerRow {
  readonly scope: DocName
  readonly held: number
  readonly known: number
}

/** Where `Made` and the relay's keys stand (meta). */
export const madeNote = 'made'
export const relayKeysNote = 'relayKeys'

export interface RecordStore {
  made(): Promise<Made>
  /** Records in the order of their numbers, outbox rows and count, in one; null when the newest is not `before` any more. */
  add(
    rows: readonly RecordRow[],
    before: Made,
    line: DocName,
    at: number,
  ): Promise<LineWaiting | null>
  /** The outbox rows are acknowledged. */
  acknowledge(line: DocName, ns: readonly number[]): Promise<LineWaiting>
  /** The relay did not take the outbox row `n`. */
  refuse(line: DocName, n: number, reason: Refusal, at: number): Promise<LineWaiting>
  /**
   * What this device made after `known` stands in the outbox in the order of its numbers, what was refused too; and the
   * next number is above `known`.
   */
  bring(line: DocName, device: DeviceId, known: Made, at: number): Promise<LineWaiting>
  /** Ids of the records that stand in the outbox. */
  unsent(line: DocName): Promise<ReadonlySet<string>>
  /** By their place in the ledger, those without one first. */
  of(scope: DocName): Promise<RecordRow[]>
  all(): Promise<RecordRow[]>
  /** What the relay gave of a scope that was asked for as `asked`; `more`: it has more. */
  keep(asked: LedgerRow, rows: readonly RecordRow[], more: boolean): Promise<void>
  /** Scopes whose newest records are not here. */
  behind(limit: number): Promise<LedgerRow[]>
}

/** A scope after an answer: what the relay does not give is not asked for again until the feed tells of more. */
export function ledgerAfter(
  now: LedgerRow,
  asked: LedgerRow,
  rows: readonly RecordRow[],
  more: boolean,
): LedgerRow {
  const held = Math.max(now.held, ...rows.map(({ seq }) => seq))
  const isSettled = !more && now.known === asked.known
  return { scope: now.scope, held, known: isSettled ? held : Math.max(now.known, held) }
}

/** A record the relay forgot: its receipt is evidence only. */
export const withoutReceipt = (row: RecordRow): RecordRow => ({
  ...row,
  seq: 0,
  receipt: null,
  earlier: row.receipt === null ? row.earlier : [...row.earlier, row.receipt],
})
