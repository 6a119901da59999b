/** A ledger in memory, small enough to be seen right: the model the other is compared with. */
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { RecordRefusal } from '#shared/protocol/refusals.ts'
import { newLedgerKey, openLedgerKey } from '#server/directory/ledger-key.ts'
import {
  continues,
  type IncomingRecord,
  type Ledger,
  type LedgerRow,
  type Perform,
} from '#server/directory/ledger.ts'

interface Kept extends LedgerRow {
  readonly workspace: WorkspaceId
  readonly scope: DocName
  readonly position: number
}

interface Numbered {
  readonly id: string
  readonly answer: Result<{ readonly seq: number }, RecordRefusal>
}

export function createMemoryLedger(perform: Perform): Ledger {
  const key = openLedgerKey(newLedgerKey())
  const kept: Kept[] = []
  const devices = new Map<number, Numbered[]>()
  const inScope = (workspace: WorkspaceId, scope: DocName): Kept[] =>
    kept.filter((one) => one.workspace === workspace && one.scope === scope)
  const enter = ({ actor, fact, id, text, signature, at }: IncomingRecord): { seq: number } => {
    const { workspace, scope } = fact
    const there = inScope(workspace, scope)
    const seq = there.length + 1
    const before = there.at(-1)?.link ?? ''
    const entered = key.enter({ workspace, scope, seq, id, signature, at, before })
    const row = { seq, at, text, signature, key: actor.publicKey, ...entered }
    kept.push({ workspace, scope, position: kept.length + 1, ...row })
    return { seq }
  }
  return {
    relayKey: async () => key.publicKey,
    async newestOf(device) {
      const numbers = devices.get(device) ?? []
      const last = numbers.at(-1)
      return last === undefined ? null : { n: numbers.length, id: last.id }
    },
    async append(record) {
      const { actor, fact, id } = record
      const numbers = devices.get(actor.number) ?? []
      const last = numbers.at(-1)
      const place = continues(last === undefined ? null : { n: numbers.length, id: last.id }, fact)
      if (place === 'gap') return refuse('gap')
      if (place === 'earlier') {
        const known = numbers[fact.n - 1]
        return known?.id === id ? known.answer : refuse('chain-broken')
      }
      const refusal =
        place === 'chain-broken' ? place : (record.refusal ?? perform(actor, fact, record.at))
      const answer = refusal === null ? ok(enter(record)) : refuse(refusal)
      devices.set(actor.number, [...numbers, { id, answer }])
      return answer
    },
    read: async (workspace, scope, after, limit) =>
      inScope(workspace, scope)
        .filter(({ seq }) => seq > after)
        .slice(0, limit)
        .map(({ seq, at, text, signature, key: spki, link, countersignature }) => ({
          seq,
          at,
          text,
          signature,
          key: spki,
          link,
          countersignature,
        })),
    async feed(workspace, after, limit) {
      const newest = new Map<DocName, Kept>()
      for (const one of kept) {
        if (one.workspace !== workspace || one.position <= after) continue
        newest.delete(one.scope)
        newest.set(one.scope, one)
      }
      return [...newest.values()]
        .slice(0, limit)
        .map(({ scope, seq, position }) => ({ scope, seq, position }))
    },
  }
}
