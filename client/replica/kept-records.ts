/** Records as the screens see them: what can be made, what is kept, what verifying finds. Left out: how (record-work.ts). */
import type { DocName } from '#shared/lib/ids.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import type { Fact } from '#shared/records/fact.ts'
import type { RecordKind } from '#shared/records/kinds.ts'
import type { Verdict } from '#shared/records/verify.ts'

/** What a person commits to; who, where, when and the device's chain are filled in. */
export type NewFact = Pick<
  Fact,
  'kind' | 'scope' | 'subject' | 'contentHash' | 'outcome' | 'reason' | 'body'
>

export interface KeptRecord {
  readonly id: string
  /** Null: made by an app newer than this one. */
  readonly fact: Fact | null
  /** Place and time the relay gave it. */
  readonly receipt: { readonly seq: number; readonly at: number } | null
  /**
   * `counts`: countersigned, or this workspace has never met its relay. `waiting` opens nothing for others yet. `refused`:
   * the relay did not take it.
   */
  readonly standing: 'counts' | 'waiting' | 'refused'
  /** The relay has answered for it, though its receipt may not be here yet (a guest never sees those of the workspace). */
  readonly sent: boolean
  readonly refused: Refusal | null
}

/** `no-record`: it would not be read back, for instance because it is too long. `not-stored`: the disk did not take it. */
export type MakeRefusal = 'no-record' | 'not-stored'

export interface Records {
  /** In the order of the scope's ledger, those the relay does not have last. */
  of(scope: DocName): Promise<readonly KeptRecord[]>
  /** Of one kind in all scopes; those of a scope in the order of its ledger. */
  ofKind(kind: RecordKind): Promise<readonly KeptRecord[]>
  /** Signed and on this device when it resolves; answers the record's id. */
  make(fact: NewFact): Promise<Result<string, MakeRefusal>>
  /** The same of many, in their order: all of them are on this device when it resolves, or none is. */
  makeMany(facts: readonly NewFact[]): Promise<Result<readonly string[], MakeRefusal>>
  /**
   * Of all records of the scope, in the order of `of`; from this device alone. `contentHash`: of what a record judged, as it
   * is here; null where it is not.
   */
  verify(scope: DocName, contentHash?: (fact: Fact) => string | null): Promise<readonly Verdict[]>
  /** Records came, or what the relay says of them. */
  subscribe(listener: () => void): () => void
}
