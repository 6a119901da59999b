/** What the store lets go of, and what it never does: each check of that one transaction, and what is left behind it. */
import 'fake-indexeddb/auto'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { fold } from '#client/replica/fold.ts'
import { mergePacks } from '#client/replica/prune.ts'
import type { Head, Store } from '#client/replica/store.ts'
import { doc, epoch, keysOf, openWorld, writes } from './two-tabs.ts'

const note = new Uint8Array(0)
const card = { doc, summary: 'mug', changedAt: 1, isHere: true }
const row = (seq: number, key: string, at = 1) => ({ seq, device: 9, at, note, bytes: writes(key) })

/** A document of which everything is on the relay. */
async function complete(): Promise<Store> {
  const [{ store }, other] = (await openWorld()).tabs
  other.store.close()
  await store.putNote('epoch', epoch)
  await store.putIndex(card)
  return store
}
const headOf = async (store: Store): Promise<Head> => {
  const head = await store.head(doc)
  if (head === null) throw new Error('it has a head')
  return head
}
const letGo = async (store: Store) => store.letGo(await headOf(store))

test('what is let go leaves its row of the list, and a head that asks for everything', async () => {
  const store = await complete()
  await store.fold(doc, 1, fold)
  await store.remote(doc, [row(2, 'a')], { epoch })
  const before = await headOf(store)
  expect(await letGo(store)).toEqual({ ...card, isHere: false })
  expect(await store.indexRow(doc)).toEqual({ ...card, isHere: false })
  expect(await store.load(doc)).toMatchObject({ updates: [], head: { seq: 0, known: 2 } })
  expect(await store.history(doc)).toEqual([])
  const kept = { bytes: 0, past: 0, pastFrom: null, took: before.bytes, gone: 1 }
  expect(await headOf(store)).toMatchObject(kept)
  await store.remote(doc, [row(1, 'first'), row(2, 'a')], { epoch, joins: true })
  expect(keysOf((await store.load(doc)).updates)).toEqual(['a', 'first'])
})

test.each<[what: string, happens: (store: Store) => Promise<unknown>]>([
  ['a change waits', (store) => store.edit(doc, { bytes: writes('a'), note, at: 1, index: null })],
  [
    'a restored relay is to get it back',
    (store) => store.queue(doc, { bytes: writes('a'), note, at: 1 }),
  ],
  [
    'a change was refused',
    async (store) => {
      const { row: out } = await store.edit(doc, { bytes: writes('a'), note, at: 1, index: null })
      await store.refuse(doc, out.n, 'no-access', 1)
    },
  ],
  ['a row is missing', (store) => store.remote(doc, [row(3, 'c')], { epoch })],
  [
    'the feed has told of more',
    (store) =>
      store.announce([{ doc, seq: 2, at: 1, summary: null }], {
        epoch,
        cursor: 'one',
        records: [],
      }),
  ],
  [
    'the relay was restored, and this tab has not heard of it',
    async (store) => {
      await store.resetHeads('second', { epoch: 'second' })
      await store.remote(doc, [row(1, 'first')], { epoch })
    },
  ],
  ['a restored relay is not compared with yet', (store) => store.putNote('compare', epoch)],
])('nothing is let go while %s', async (_what, happens) => {
  const store = await complete()
  await happens(store)
  const before = await store.load(doc)
  expect(await letGo(store)).toBeNull()
  expect(await store.load(doc)).toEqual(before)
})

test('nothing is let go of which more came since it was chosen', async () => {
  const store = await complete()
  const chosen = await headOf(store)
  await store.remote(doc, [row(2, 'a')], { epoch })
  expect(await store.letGo(chosen)).toBeNull()
  expect(keysOf((await store.load(doc)).updates)).toEqual(['a', 'first'])
})

test('what another tab has let go already is not let go once more', async () => {
  const store = await complete()
  const chosen = await headOf(store)
  await store.letGo(chosen)
  const after = await headOf(store)
  expect(await store.letGo(chosen)).toBeNull()
  expect(await headOf(store)).toEqual(after)
})

test('nothing is let go that no row of the list would show', async () => {
  const [{ store }] = (await openWorld()).tabs
  await store.putNote('epoch', epoch)
  expect(await letGo(store)).toBeNull()
})

test('rows asked for before their document was let go are not stored without what they rest on', async () => {
  const store = await complete()
  await letGo(store)
  const late = await store.remote(doc, [row(2, 'a')], { epoch, joins: true })
  expect(late.isStored).toBe(false)
  expect((await store.load(doc)).updates).toEqual([])
  expect(store.hasHole(doc)).toBe(false)
})

test('a row of the list is not made from what came after its document was let go', async () => {
  const store = await complete()
  await letGo(store)
  await store.edit(doc, { bytes: writes('a'), note, at: 1, index: null })
  const [shown] = await store.summarise([[doc, 5]], () => 'made of the edit alone')
  expect(shown).toEqual({ ...card, isHere: false })
  await store.remote(doc, [row(1, 'first')], { epoch, joins: true })
  expect(await store.summarise([[doc, 5]], () => 'whole')).toMatchObject([{ summary: 'whole' }])
})

test('what a document takes is known without reading it, through folds, prunings and acknowledgements', async () => {
  const store = await complete()
  const measured = async (): Promise<number> => {
    const { updates } = await store.load(doc)
    return updates.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }
  const { row: out } = await store.edit(doc, { bytes: writes('a'), note, at: 1, index: null })
  const waiting = (await headOf(store)).bytes
  await store.acknowledge([{ n: out.n, seq: 2, doc }], epoch)
  await store.acknowledge([{ n: out.n, seq: 2, doc }], epoch)
  expect((await headOf(store)).bytes).toBe((await measured()) + 2 * 100)
  expect(waiting).toBeLessThan((await headOf(store)).bytes)
  await store.fold(doc, 1, fold)
  const { bytes, past, pastFrom } = await headOf(store)
  expect([bytes - past, pastFrom]).toEqual([await measured(), 1])
  await store.prune(doc, 2, mergePacks)
  const pruned = await headOf(store)
  expect([pruned.bytes - pruned.past, pruned.pastFrom]).toEqual([await measured(), null])
})

test('pruned history begins with everything before, and every state after it can still be read', async () => {
  const store = await complete()
  for (const [seq, key, at] of [
    [2, 'a', 20],
    [3, 'b', 30],
    [4, 'c', 40],
  ] as const) {
    await store.remote(doc, [row(seq, key, at)], { epoch })
    await store.fold(doc, 1, fold)
  }
  await store.remote(doc, [row(5, 'd', 50)], { epoch })
  const newest = (await store.load(doc)).updates
  expect(await store.prune(doc, 31, mergePacks)).toBe(true)
  const history = await store.history(doc)
  expect(history.map(({ seq, at, note: said }) => [seq, at, said === null])).toEqual([
    [3, 30, true],
    [4, 40, false],
    [5, 50, false],
  ])
  expect(keysOf(history.slice(0, 1).map(({ bytes }) => bytes))).toEqual(['a', 'b', 'first'])
  expect(keysOf(history.map(({ bytes }) => bytes))).toEqual(['a', 'b', 'c', 'd', 'first'])
  expect((await store.load(doc)).updates).toEqual(newest)
  expect(await store.prune(doc, 31, mergePacks)).toBe(false)
  expect((await headOf(store)).pastFrom).toBe(40)
  // What was pruned goes into the next.
  expect(await store.prune(doc, 41, mergePacks)).toBe(true)
  expect(await store.history(doc)).toHaveLength(2)
})

test('a history is pruned once, by whichever tab is first', async () => {
  const store = await complete()
  await store.fold(doc, 1, fold)
  const late = store.prune(doc, 9, async (packs) => {
    expect(await store.prune(doc, 9, mergePacks)).toBe(true)
    return mergePacks(packs)
  })
  expect(await late).toBe(false)
  expect(await store.history(doc)).toHaveLength(1)
})

test('what was deleted before a pruning takes no room after it', async () => {
  const store = await complete()
  const made = new Y.Doc()
  const text = made.getText('text')
  const updates: Uint8Array[] = []
  made.on('update', (update: Uint8Array) => updates.push(update))
  text.insert(0, Array.from({ length: 900 }, (_, at) => (at * 7919).toString(36)).join(' '))
  text.delete(0, text.length)
  for (const [at, bytes] of updates.entries())
    await store.remote(doc, [{ ...row(at + 2, ''), bytes }], { epoch })
  await store.fold(doc, 1, fold)
  const before = (await headOf(store)).past
  await store.prune(doc, 9, mergePacks)
  expect((await headOf(store)).past).toBeLessThan(before / 5)
})
