/**
 * The workspace's copy in IndexedDB. Every promise here is one transaction: it resolves when the browser says `complete`
 * and rejects when nothing of it was written. Left out: opening with a time limit and what to do instead (open-store.ts).
 */
import type { IDBPDatabase } from 'idb'
import type { DocName } from '#shared/lib/ids.ts'
import { writeEdits } from './disk-edit.ts'
import { summariseOnDisk } from './disk-index.ts'
import type { WorkspaceDatabase } from './disk-schema.ts'
import {
  countWaiting,
  own,
  putHead,
  readWaiting,
  rowsOf,
  unnumbered,
  weightOf,
} from './disk-parts.ts'
import { strict, whole } from './disk-write.ts'
import { createHeldRows } from './held-rows.ts'
import type { LeftEdits } from './left-edits.ts'
import {
  cursorNote,
  isApart,
  isSnapshot,
  madeBy,
  type Announced,
  type Head,
  type IndexRow,
  type Loaded,
  type OutRow,
  type Store,
  type Waiting,
} from './store.ts'

export function createDiskStore(
  database: IDBPDatabase<WorkspaceDatabase>,
  onLost: (listener: () => void) => void,
  leftEdits: LeftEdits,
): Store {
  const held = createHeldRows()
  return {
    kind: 'disk',
    onLost,
    load: (doc, after = 0) => load(database, doc, after),
    async edit(doc, edit) {
      const [written] = await writeEdits(database, [{ doc, ...edit }])
      if (written === undefined) throw new Error('an edit without an outbox row')
      leftEdits.drop(edit.left ?? [])
      return written
    },
    editMany: (edits) => writeEdits(database, edits),
    leave: (doc, { bytes, note, at }) => leftEdits.put({ doc, bytes, note, at }),
    takeLeft: () => takeLeft(database, leftEdits),
    async queue(doc, { bytes, note, at }) {
      return whole(database.transaction('out', 'readwrite', strict), async (tx) => {
        await tx.objectStore('out').add(unnumbered<OutRow, 'n'>({ doc, note, bytes, at }))
        return readWaiting(tx.objectStore('out'), doc)
      })
    },
    async remote(doc, items, given) {
      const seqs = items.flatMap((item) => (isSnapshot(item) ? [] : [item.seq]))
      const covered = items.flatMap((item) => (isSnapshot(item) ? [item.upto] : []))
      const tx = database.transaction(['upd', 'head'], 'readwrite')
      const written = await whole(tx, async () => {
        const heads = tx.objectStore('head')
        if (given.joins === true) {
          const before = await heads.get(doc)
          if (before !== undefined && isApart(before, items, given.epoch))
            return { head: before, lastKey: 0, isStored: false }
        }
        let lastKey = 0
        for (const item of items)
          lastKey = await tx.objectStore('upd').add(unnumbered({ doc, n: null, ...madeBy(item) }))
        const more = items.map((item) => weightOf(madeBy(item))).reduce((sum, one) => sum + one, 0)
        const head = await putHead(heads, doc, { ...given, more }, (from, life) =>
          held.reach(doc, life, Math.max(from, ...covered), seqs),
        )
        return { head, lastKey, isStored: true }
      })
      if (written.isStored) held.keep(written.head, seqs)
      return written
    },
    async acknowledge(acks, epoch) {
      const tx = database.transaction(['out', 'head', 'upd'], 'readwrite')
      const heads: [Head, number[]][] = []
      const waiting = await whole(tx, async () => {
        const left = new Map<DocName, Waiting>()
        for (const doc of new Set(acks.map((ack) => ack.doc))) {
          const own = acks.filter((ack) => ack.doc === doc)
          let more = 0
          for (const { n, seq } of own) {
            await tx.objectStore('out').delete(n)
            const update = await tx.objectStore('upd').index('n').get(n)
            if (update === undefined) continue
            more += weightOf(update)
            await tx.objectStore('upd').put({ ...update, n: null, seq: seq === 0 ? null : seq })
          }
          const seqs = own.map(({ seq }) => seq).filter((seq) => seq > 0)
          const head = await putHead(tx.objectStore('head'), doc, { epoch, more }, (from, life) =>
            held.reach(doc, life, from, seqs),
          )
          heads.push([head, seqs])
          left.set(doc, await readWaiting(tx.objectStore('out'), doc))
        }
        return left
      })
      for (const [head, seqs] of heads) held.keep(head, seqs)
      return waiting
    },
    async refuse(doc, n, reason, at) {
      const tx = database.transaction(['out', 'refused', 'upd'], 'readwrite', strict)
      return whole(tx, async () => {
        const rows = await tx
          .objectStore('out')
          .index('doc')
          .getAll(rowsOf(doc, n - 1))
        const refused = rows[0]?.n === n ? rows : []
        const moved = new Set(refused.map((row) => row.n))
        for (const row of refused) {
          await tx.objectStore('refused').put({ ...row, reason, refusedAt: at })
          await tx.objectStore('out').delete(row.n)
        }
        for (const update of await tx.objectStore('upd').index('doc').getAll(rowsOf(doc, 0))) {
          if (update.n !== null && moved.has(update.n)) await tx.objectStore('upd').delete(update.k)
        }
        return {
          moved: moved.size,
          waiting: await readWaiting(tx.objectStore('out'), doc),
          refused: await tx.objectStore('refused').index('doc').count(rowsOf(doc, 0)),
        }
      })
    },
    async takeBack(doc) {
      const tx = database.transaction(['out', 'refused', 'upd'], 'readwrite', strict)
      return whole(tx, async () => {
        for (const row of await tx.objectStore('refused').index('doc').getAll(rowsOf(doc, 0))) {
          const { note, bytes, at } = row
          await tx.objectStore('refused').delete(row.n)
          const n = await tx
            .objectStore('out')
            .add(unnumbered<OutRow, 'n'>({ doc, note, bytes, at }))
          await tx.objectStore('upd').add(own({ doc, bytes, note, at }, n))
        }
        return readWaiting(tx.objectStore('out'), doc)
      })
    },
    async discardRefused(doc) {
      await whole(database.transaction('refused', 'readwrite', strict), async (tx) => {
        for (const { n } of await tx.store.index('doc').getAll(rowsOf(doc, 0)))
          await tx.store.delete(n)
      })
    },
    async numberAbove(n) {
      if (n < 1) return
      await whole(database.transaction('out', 'readwrite', strict), async (tx) => {
        if ((await tx.store.getKey(n)) !== undefined) return
        // A key that was put raises the count of its store, also when it goes again.
        const nothing = new Uint8Array(0)
        await tx.store.put({ n, doc: '' as DocName, note: nothing, bytes: nothing, at: 0 })
        await tx.store.delete(n)
      })
    },
    async replaceOut(n, bytes) {
      const tx = database.transaction('out', 'readwrite', strict)
      await whole(tx, async () => {
        const row = await tx.store.get(n)
        if (row !== undefined) await tx.store.put({ ...row, bytes })
      })
    },
    // Later than the first screen: none is needed to show it.
    fold: async (doc, atLeast, compute) =>
      (await import('./disk-history.ts')).foldOnDisk(database, doc, atLeast, compute),
    replace: async (doc, items, copy) =>
      (await import('./disk-replace.ts')).replaceOnDisk(database, doc, items, copy),
    letGo: async (chosen) => (await import('./disk-room.ts')).letGoOnDisk(database, chosen),
    withdraw: async (docs, own) =>
      (await import('./disk-withdraw.ts')).withdrawOnDisk(database, docs, own),
    named: async () => (await import('./disk-withdraw.ts')).namedOnDisk(database),
    prune: async (doc, before, compute) =>
      (await import('./disk-room.ts')).pruneOnDisk(database, doc, before, compute),
    history: async (doc) => (await import('./disk-history.ts')).readHistory(database, doc),
    outRows: (after, limit) => database.getAll('out', IDBKeyRange.lowerBound(after, true), limit),
    async standing(doc) {
      const tx = database.transaction(['out', 'refused'])
      const [waiting, refused] = await Promise.all([
        readWaiting(tx.objectStore('out'), doc),
        tx.objectStore('refused').index('doc').count(rowsOf(doc, 0)),
      ])
      return { waiting, refused }
    },
    outbox: async () => countWaiting(await database.getAll('out')),
    refused: () => database.getAll('refused'),
    heads: () => database.getAll('head'),
    head: async (doc) => (await database.get('head', doc)) ?? null,
    hasHole: (doc) => held.hasHole(doc),
    async resetHeads(epoch, notes) {
      const { forgetReceipts } = await import('./disk-records.ts')
      const names = ['head', 'meta', 'upd', 'records', 'ledger'] as const
      const tx = database.transaction(names, 'readwrite', strict)
      const docs = await whole(tx, async () => {
        await forgetReceipts(tx)
        const known = new Set(await tx.objectStore('head').getAllKeys())
        for (
          let cursor = await tx.objectStore('upd').index('doc').openKeyCursor(null, 'nextunique');
          cursor !== null;
        ) {
          const doc = cursor.key[0]
          known.add(doc)
          cursor = await cursor.continue([doc, Infinity])
        }
        for (const doc of known) await putHead(tx.objectStore('head'), doc, { epoch }, () => 0)
        for (const [name, value] of Object.entries(notes))
          await tx.objectStore('meta').put(value, name)
        return [...known]
      })
      held.clear()
      return docs
    },
    async announce(entries, { epoch, cursor, records }) {
      const tx = database.transaction(['head', 'meta', 'index', 'ledger'], 'readwrite')
      return whole(tx, async () => {
        const announceOne = async (entry: Announced): Promise<IndexRow[]> => {
          const { doc, seq, at, summary } = entry
          const [, before] = await Promise.all([
            putHead(tx.objectStore('head'), doc, { epoch, known: seq }, (from) => from),
            tx.objectStore('index').get(doc),
          ])
          if (summary === null || before?.isHere === true) return []
          const row = { doc, summary, changedAt: at, isHere: false }
          await tx.objectStore('index').put(row)
          return [row]
        }
        // All asked at once: one answer of the disk after the other is most of what a page of the feed costs.
        const shown = await Promise.all(entries.map(announceOne))
        for (const [scope, known] of records) {
          const before = await tx.objectStore('ledger').get(scope)
          await tx.objectStore('ledger').put({ scope, known, held: before?.held ?? 0 })
        }
        await tx.objectStore('meta').put(cursor, cursorNote)
        return shown.flat()
      })
    },
    records: async () => (await import('./disk-records.ts')).createDiskRecords(database),
    getNote: (name) => database.get('meta', name),
    async putNote(name, value) {
      await database.put('meta', value, name)
    },
    indexRow: async (doc) => (await database.get('index', doc)) ?? null,
    index: () => database.getAll('index'),
    summarise: (docs, summarise) => summariseOnDisk(database, docs, summarise),
    async putIndex(row) {
      await database.put('index', row)
    },
    close: () => database.close(),
  }
}

async function load(
  database: IDBPDatabase<WorkspaceDatabase>,
  doc: DocName,
  after: number,
): Promise<Loaded> {
  const tx = database.transaction(['snap', 'upd', 'head'])
  const [snap, rows, head] = await Promise.all([
    tx.objectStore('snap').get(doc),
    tx.objectStore('upd').index('doc').getAll(rowsOf(doc, after)),
    tx.objectStore('head').get(doc),
  ])
  const updates = rows.map(({ bytes }) => bytes)
  // Rows after it may have gone into the snapshot before this tab read them.
  if (snap !== undefined && after < snap.k) updates.unshift(snap.bytes)
  const lastKey = Math.max(after, snap?.k ?? 0, rows.at(-1)?.k ?? 0)
  return { updates, head: head ?? null, lastKey }
}

async function takeLeft(
  database: IDBPDatabase<WorkspaceDatabase>,
  leftEdits: LeftEdits,
): Promise<ReadonlyMap<DocName, Waiting>> {
  const left = leftEdits.all()
  const waiting = new Map<DocName, Waiting>()
  if (left.length === 0) return waiting
  const tx = database.transaction(['upd', 'out'], 'readwrite', strict)
  await whole(tx, async () => {
    for (const [, { doc, bytes, note, at }] of left) {
      const n = await tx.objectStore('out').add(unnumbered<OutRow, 'n'>({ doc, note, bytes, at }))
      await tx.objectStore('upd').add(own({ doc, bytes, note, at }, n))
      waiting.set(doc, await readWaiting(tx.objectStore('out'), doc))
    }
  })
  leftEdits.drop(left.map(([key]) => key))
  return waiting
}
