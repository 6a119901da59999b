/**
 * The ledger: signed facts in the order in which the relay received them, one chain per scope, each entry countersigned.
 * It numbers, chains and keeps; what a record does to people happens in the same transaction (`perform`). Left out: whether
 * a text is a record, its signature, who may write where (relay/take-record.ts). Implementation: SQLite beside the
 * Directory; one contract suite.
 */
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import type { Result } from '#shared/lib/result.ts'
import type { RecordRefusal } from '#shared/protocol/refusals.ts'
import type { Fact } from '#shared/records/fact.ts'
import type { DeviceRecord } from './directory.ts'

export interface IncomingRecord {
  readonly actor: DeviceRecord
  readonly fact: Fact
  readonly id: string
  readonly text: string
  readonly signature: Uint8Array
  /** Receipt time, ms. */
  readonly at: number
  /** Refused before it came here: only its number and id are kept, so that the device's next record still has its `prev`. */
  readonly refusal: RecordRefusal | null
}

/**
 * What a record does to people, within the ledger's transaction. A refusal must come before anything was written;
 * then only the record's number is kept.
 */
export type Perform = (actor: DeviceRecord, fact: Fact, at: number) => RecordRefusal | null

export interface LedgerRow {
  readonly seq: number
  readonly at: number
  readonly text: string
  readonly signature: Uint8Array
  /** The device's public key, SPKI. */
  readonly key: Uint8Array
  readonly link: string
  readonly countersignature: Uint8Array
}

export interface ScopeNews {
  readonly scope: DocName
  /** The newest entry of the scope. */
  readonly seq: number
  readonly position: number
}

export interface NewestRecord {
  readonly n: number
  readonly id: string
}

export interface Ledger {
  /** SPKI of the key the relay countersigns with, made at its first start. */
  relayKey(): Promise<Uint8Array>
  /** Of a device (the relay's number), refused ones counted; null when none came. */
  newestOf(device: number): Promise<NewestRecord | null>
  /**
   * Stores the record and what it does, durably, before it resolves; rejects when nothing of it was. A record known
   * already answers as before. `gap`: an earlier one of the device is missing.
   */
  append(record: IncomingRecord): Promise<Result<{ readonly seq: number }, RecordRefusal>>
  /** Entries of a scope after `after`, in order, at most `limit`. */
  read(
    workspace: WorkspaceId,
    scope: DocName,
    after: number,
    limit: number,
  ): Promise<readonly LedgerRow[]>
  /** Scopes with entries after the position, oldest news first, each once, at most `limit`. */
  feed(workspace: WorkspaceId, after: number, limit: number): Promise<readonly ScopeNews[]>
}

/** How a record stands to the newest of its device. */
export function continues(
  newest: NewestRecord | null,
  { n, prev }: Pick<Fact, 'n' | 'prev'>,
): 'next' | 'earlier' | 'gap' | 'chain-broken' {
  const known = newest?.n ?? 0
  if (n <= known) return 'earlier'
  if (n > known + 1) return 'gap'
  return prev === (newest?.id ?? null) ? 'next' : 'chain-broken'
}
