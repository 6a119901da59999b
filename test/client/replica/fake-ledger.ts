/** The ledger of fake-relay.ts: records by their device's numbers, refused ones too. It countersigns nothing. */
import { createHash } from 'node:crypto'
import type { RecordRow, RecordRows } from '#shared/protocol/record-frames.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import { readFact, type Fact } from '#shared/records/fact.ts'
import { recordIdOf } from '#shared/records/texts.ts'

export interface FakeLedger {
  /** With the device that said each, in the order they were taken. */
  readonly records: { readonly device: string; readonly fact: Fact; readonly row: RecordRow }[]
  newestOf(device: string | null): { n: number; last: string | null }
  /** Its place in its scope, or why not. */
  take(device: string, text: string, signature: Uint8Array): number | Refusal
  scopes(): [scope: string, newest: number][]
  read(scope: string, after: number, limit: number): RecordRows
  /** Only the first so many are known. */
  forget(kept: number): void
}

export function createFakeLedger(judge: (text: string) => Refusal | null): FakeLedger {
  const records: FakeLedger['records'] = []
  const numbers = new Map<string, { id: string; answer: number | Refusal }[]>()
  const rowsOf = (scope: string): RecordRow[] =>
    records.flatMap(({ fact, row }) => (fact.scope === scope ? [row] : []))
  return {
    records,
    newestOf(device) {
      const known = numbers.get(device ?? '') ?? []
      return { n: known.length, last: known.at(-1)?.id ?? null }
    },
    take(device, text, signature) {
      const fact = readFact(text)
      if (fact === null) return 'record-wrong'
      const id = recordIdOf(createHash('sha256').update(text).digest())
      const known = numbers.get(device) ?? []
      numbers.set(device, known)
      if (fact.n > known.length + 1) return 'gap'
      const before = known[fact.n - 1]
      if (before !== undefined) return before.id === id ? before.answer : 'chain-broken'
      const refusal = fact.prev === (known.at(-1)?.id ?? null) ? judge(text) : 'chain-broken'
      const seq = rowsOf(fact.scope).length + 1
      known.push({ id, answer: refusal ?? seq })
      if (refusal !== null) return refusal
      const key = new Uint8Array(0)
      const row = { seq, at: 1, text, signature, key, link: '', countersignature: key }
      records.push({ device, fact, row })
      return seq
    },
    scopes: () =>
      [...new Set(records.map(({ fact }) => fact.scope))].map((scope) => [
        scope,
        rowsOf(scope).length,
      ]),
    read(scope, after, limit) {
      const rows = rowsOf(scope).slice(after)
      return { scope, more: rows.length > limit, rows: rows.slice(0, limit) }
    },
    forget(kept) {
      for (const { device } of records.splice(kept)) numbers.get(device)?.pop()
    },
  }
}
