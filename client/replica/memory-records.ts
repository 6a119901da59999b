/** Records when the browser gives no disk: the same promises, gone with the page. Shares the outbox of memory-store.ts. */
import type { DeviceId, DocName } from '#shared/lib/ids.ts'
import { recordIdIn, recordToOut } from './record-line.ts'
import {
  ledgerAfter,
  withoutReceipt,
  type LedgerRow,
  type Made,
  type RecordRow,
  type RecordStore,
} from './record-store.ts'
import type { OutRow, Waiting } from './store.ts'

/** What it needs of the store it is a part of. */
export interface MemoryOut {
  add(row: Omit<OutRow, 'n'>): void
  remove(ns: readonly number[]): void
  rows(line: DocName): readonly OutRow[]
  waiting(line: DocName): Waiting
}

export interface MemoryRecords extends RecordStore {
  announce(scope: DocName, known: number): void
  scopes(): readonly DocName[]
  withdraw(scopes: readonly DocName[], own: DeviceId): void
  forgetReceipts(): void
}

export function createMemoryRecords(out: MemoryOut): MemoryRecords {
  const records = new Map<string, RecordRow>()
  const ledger = new Map<DocName, LedgerRow>()
  let made: Made = { n: 0, id: null }
  const put = (row: RecordRow): void => void records.set(row.id, row)
  const all = (): RecordRow[] => [...records.values()]
  return {
    made: async () => made,
    async add(rows, before, line, at) {
      if (made.n !== before.n || made.id !== before.id) return null
      for (const row of rows) {
        put(row)
        made = { n: row.n, id: row.id }
        out.add(recordToOut(line, row, at))
      }
      return out.waiting(line)
    },
    async acknowledge(line, ns) {
      out.remove(ns)
      return out.waiting(line)
    },
    async refuse(line, n, reason, at) {
      const id = out.rows(line).find((row) => row.n === n)
      const row = id && records.get(recordIdIn(id))
      if (row !== undefined) put({ ...row, refused: { reason, at } })
      out.remove([n])
      return out.waiting(line)
    },
    async bring(line, device, known, at) {
      if (known.n > made.n) made = known
      const own = all()
        .filter((row) => row.device === device && row.n > known.n)
        .sort((a, b) => a.n - b.n)
      const ids = new Set(own.map(({ id }) => id))
      const waiting = out.rows(line).filter((row) => ids.has(recordIdIn(row)))
      if (waiting.map(recordIdIn).join() !== [...ids].join()) {
        out.remove(waiting.map(({ n }) => n))
        for (const row of own) {
          put({ ...row, refused: null })
          out.add(recordToOut(line, row, at))
        }
      }
      return out.waiting(line)
    },
    unsent: async (line) => new Set(out.rows(line).map(recordIdIn)),
    of: async (scope) =>
      all()
        .filter((row) => row.scope === scope)
        .sort((a, b) => a.seq - b.seq),
    all: async () => all(),
    async keep(asked, rows, more) {
      for (const row of rows) put({ ...row, earlier: records.get(row.id)?.earlier ?? [] })
      const now = ledger.get(asked.scope) ?? asked
      ledger.set(asked.scope, ledgerAfter(now, asked, rows, more))
    },
    behind: async (limit) =>
      [...ledger.values()].filter(({ held, known }) => held < known).slice(0, limit),
    announce(scope, known) {
      ledger.set(scope, { scope, known, held: ledger.get(scope)?.held ?? 0 })
    },
    scopes: () => [...ledger.keys()],
    withdraw(scopes, own) {
      for (const scope of scopes) ledger.delete(scope)
      for (const { id, scope, device } of all())
        if (scopes.includes(scope) && device !== own) records.delete(id)
    },
    forgetReceipts() {
      ledger.clear()
      for (const row of all()) if (row.seq > 0) put(withoutReceipt(row))
    },
  }
}
