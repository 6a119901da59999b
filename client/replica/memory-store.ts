/**
 * The store when the browser gives no disk: the same promises, kept in memory and gone with the page. Status says so for
 * as long as it is in use (`memory-only`).
 */
import type { DocName } from '#shared/lib/ids.ts'
import { countWaiting, nextHead, withdrawnHead, type Given, type Reach } from './disk-parts.ts'
import { createHeldRows } from './held-rows.ts'
import { parseKept, withCopy } from './kept-copies.ts'
import { createMemoryRecords } from './memory-records.ts'
import {
  cursorNote,
  isApart,
  isSnapshot,
  keptNote,
  madeBy,
  type DocumentEdit,
  type Edited,
  type Head,
  type IndexRow,
  type OutRow,
  type PastChange,
  type RefusedRow,
  type Store,
  type Waiting,
} from './store.ts'

interface Update extends PastChange {
  readonly k: number
  readonly doc: DocName
  readonly n: number | null
}

export function createMemoryStore(): Store {
  const held = createHeldRows()
  const heads = new Map<DocName, Head>()
  const notes = new Map<string, unknown>()
  const index = new Map<DocName, IndexRow>()
  let updates: Update[] = []
  let out: OutRow[] = []
  let refused: RefusedRow[] = []
  let count = 0

  const waitingOf = (doc: DocName): Waiting => {
    const rows = out.filter((row) => row.doc === doc)
    return { count: rows.length, since: rows[0]?.at ?? null }
  }
  const records = createMemoryRecords({
    add: (row) => void out.push({ n: (count += 1), ...row }),
    remove: (ns) => void (out = out.filter(({ n }) => !ns.includes(n))),
    rows: (line) => out.filter((row) => row.doc === line),
    waiting: waitingOf,
  })
  const setHead = (doc: DocName, given: Given, reach: Reach): Head => {
    const head = nextHead(doc, heads.get(doc) ?? null, given, reach)
    heads.set(doc, head)
    return head
  }

  const put = ({ doc, bytes, note, at, index: indexRow }: DocumentEdit): Edited => {
    const n = (count += 1)
    const row = { n, doc, note, bytes, at }
    out.push(row)
    updates.push({ k: n, ...row, seq: null, by: null, isWaiting: true })
    if (indexRow !== null) index.set(doc, indexRow)
    return { row, key: n, waiting: waitingOf(doc) }
  }

  return {
    kind: 'memory',
    onLost: () => undefined,
    async load(doc, after = 0) {
      const rows = updates.filter((row) => row.doc === doc && row.k > after)
      return {
        updates: rows.map(({ bytes }) => bytes),
        head: heads.get(doc) ?? null,
        lastKey: rows.at(-1)?.k ?? after,
      }
    },
    edit: async (doc, edit) => put({ doc, ...edit }),
    // Made first, so that a fault while making them leaves nothing.
    editMany: async (edits) => [...edits].map(put),
    leave: () => null,
    takeLeft: async () => new Map(),
    async queue(doc, { bytes, note, at }) {
      out.push({ n: (count += 1), doc, note, bytes, at })
      return waitingOf(doc)
    },
    async remote(doc, items, given) {
      const seqs = items.flatMap((item) => (isSnapshot(item) ? [] : [item.seq]))
      const covered = items.flatMap((item) => (isSnapshot(item) ? [item.upto] : []))
      const before = heads.get(doc)
      if (given.joins === true && before !== undefined && isApart(before, items, given.epoch))
        return { head: before, lastKey: 0, isStored: false }
      for (const item of items)
        updates.push({ k: (count += 1), doc, n: null, isWaiting: false, ...madeBy(item) })
      const head = setHead(doc, given, (from, life) =>
        held.reach(doc, life, Math.max(from, ...covered), seqs),
      )
      held.keep(head, seqs)
      return { head, lastKey: count, isStored: true }
    },
    async acknowledge(acks, epoch) {
      const gone = new Set(acks.map(({ n }) => n))
      out = out.filter(({ n }) => !gone.has(n))
      updates = updates.map((update) =>
        update.n !== null && gone.has(update.n) ? { ...update, n: null, isWaiting: false } : update,
      )
      const left = new Map<DocName, Waiting>()
      for (const { doc, seq } of acks) {
        const seqs = seq > 0 ? [seq] : []
        const reach: Reach = (from, life) => held.reach(doc, life, from, seqs)
        held.keep(setHead(doc, { epoch }, reach), seqs)
        left.set(doc, waitingOf(doc))
      }
      return left
    },
    async refuse(doc, n, reason, at) {
      const from = out.filter((row) => row.doc === doc && row.n >= n)
      const rows = from[0]?.n === n ? from : []
      const moved = new Set(rows.map((row) => row.n))
      refused.push(...rows.map((row) => ({ ...row, reason, refusedAt: at })))
      out = out.filter((row) => !moved.has(row.n))
      updates = updates.filter((update) => update.n === null || !moved.has(update.n))
      return {
        moved: moved.size,
        waiting: waitingOf(doc),
        refused: refused.filter((row) => row.doc === doc).length,
      }
    },
    async takeBack(doc) {
      for (const { note, bytes, at } of refused.filter((row) => row.doc === doc)) {
        const n = (count += 1)
        out.push({ n, doc, note, bytes, at })
        updates.push({ k: n, n, doc, note, bytes, at, seq: null, by: null, isWaiting: true })
      }
      refused = refused.filter((row) => row.doc !== doc)
      return waitingOf(doc)
    },
    async discardRefused(doc) {
      refused = refused.filter((row) => row.doc !== doc)
    },
    async numberAbove(n) {
      count = Math.max(count, n)
    },
    async replaceOut(n, bytes) {
      out = out.map((row) => (row.n === n ? { ...row, bytes } : row))
    },
    // Nothing is opened again from here.
    fold: async () => false,
    async replace(doc, items, { head, updates: was, lastKey, at }) {
      updates = updates.filter(
        ({ doc: of, k, n, seq }) =>
          of !== doc || k > lastKey || n !== null || (seq ?? 0) > head.seq,
      )
      for (const item of items)
        updates.push({ k: (count += 1), doc, n: null, isWaiting: false, ...madeBy(item) })
      const copy = { doc, at, seq: head.seq, updates: was, seen: false }
      notes.set(keptNote, withCopy(notes.get(keptNote), copy))
      return true
    },
    letGo: async () => null,
    async withdraw(docs, own) {
      const isGone = ({ doc }: { readonly doc: DocName }): boolean => docs.includes(doc)
      updates = updates.filter((update) => update.n !== null || !isGone(update))
      for (const doc of docs) {
        index.delete(doc)
        const head = heads.get(doc)
        if (head !== undefined) heads.set(doc, withdrawnHead(head))
      }
      records.withdraw(docs, own)
      const kept = parseKept(notes.get(keptNote))
      notes.set(
        keptNote,
        kept.filter((copy) => !isGone(copy)),
      )
    },
    async named() {
      const marked = [...heads.values()].map(
        ({ doc, withdrawn }) => [doc, withdrawn === true ? 'withdrawn' : 'here'] as const,
      )
      const others = [...index.keys(), ...records.scopes()].map((doc) => [doc, 'here'] as const)
      return new Map([...marked, ...others])
    },
    prune: async () => false,
    history: async (doc) => updates.filter((update) => update.doc === doc),
    outRows: async (after, limit) => out.filter(({ n }) => n > after).slice(0, limit),
    standing: async (doc) => ({
      waiting: waitingOf(doc),
      refused: refused.filter((row) => row.doc === doc).length,
    }),
    outbox: async () => countWaiting(out),
    refused: async () => [...refused],
    heads: async () => [...heads.values()],
    head: async (doc) => heads.get(doc) ?? null,
    hasHole: (doc) => held.hasHole(doc),
    async resetHeads(epoch, given) {
      const docs = new Set([...heads.keys(), ...updates.map(({ doc }) => doc)])
      for (const doc of docs) setHead(doc, { epoch }, () => 0)
      for (const [name, value] of Object.entries(given)) notes.set(name, value)
      held.clear()
      records.forgetReceipts()
      return [...docs]
    },
    async announce(entries, { epoch, cursor, records: told }) {
      const shown: IndexRow[] = []
      for (const { doc, seq, at, summary } of entries) {
        setHead(doc, { epoch, known: seq }, (from) => from)
        if (summary === null || index.get(doc)?.isHere === true) continue
        const row = { doc, summary, changedAt: at, isHere: false }
        index.set(doc, row)
        shown.push(row)
      }
      for (const [scope, known] of told) records.announce(scope, known)
      notes.set(cursorNote, cursor)
      return shown
    },
    records: async () => records,
    getNote: async (name) => notes.get(name),
    putNote: async (name, value) => void notes.set(name, value),
    indexRow: async (doc) => index.get(doc) ?? null,
    index: async () => [...index.values()],
    async summarise(docs, summarise) {
      return docs.map(([doc, at]) => {
        const bytes = updates.filter((update) => update.doc === doc).map((update) => update.bytes)
        const changedAt = Math.max(at ?? 0, index.get(doc)?.changedAt ?? 0)
        const row = { doc, summary: summarise(doc, bytes), changedAt, isHere: true }
        index.set(doc, row)
        return row
      })
    },
    putIndex: async (row) => void index.set(row.doc, row),
    close: () => undefined,
  }
}
