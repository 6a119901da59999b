/** The promises of the device's store, for the disk and for memory alike. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import * as z from 'zod/mini'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createMemoryStore } from '#client/replica/memory-store.ts'
import { openStore } from '#client/replica/open-store.ts'
import { parseKept } from '#client/replica/kept-copies.ts'
import { keptNote, type Store } from '#client/replica/store.ts'
import { workspaceIdSchema } from '#shared/protocol/names.ts'
import { createFakeDevice, createTestClock, docName } from './fake-device.ts'
import { createFakeRelay, workspaceId } from './fake-relay.ts'

const doc = docName('a')
const other = docName('b')
const bytes = (...all: number[]): Uint8Array => new Uint8Array(all)
const edit = (byte: number) => ({
  bytes: bytes(byte),
  note: bytes(),
  at: byte,
  index: { doc, summary: byte, changedAt: byte, isHere: true },
})
const row = (seq: number, byte: number) => ({
  seq,
  device: 3,
  at: 40,
  note: bytes(),
  bytes: bytes(byte),
})
const epoch = 'first'

async function environmentOf() {
  return (await createFakeDevice(createFakeRelay(), createTestClock())).environment
}
const openDisk = async (environment?: Awaited<ReturnType<typeof environmentOf>>): Promise<Store> =>
  openStore(environment ?? (await environmentOf()), z.parse(workspaceIdSchema, workspaceId))

afterEach(() => void vi.restoreAllMocks())

test('what a page left in one request is in document and outbox once the next one takes it', async () => {
  const environment = await environmentOf()
  const before = await openDisk(environment)
  const { bytes: left, note, at } = edit(7)
  expect(before.leave(doc, { bytes: left, note, at })).not.toBeNull()
  before.close()
  const after = await openDisk(environment)
  expect(await after.takeLeft()).toEqual(new Map([[doc, { count: 1, since: 7 }]]))
  expect((await after.load(doc)).updates).toEqual([bytes(7)])
  expect(await after.outRows(0, 9)).toMatchObject([{ doc, bytes: bytes(7), at: 7 }])
  expect(await after.takeLeft()).toEqual(new Map())
  after.close()
})

test('an edit that finished takes away what was left of it', async () => {
  const store = await openDisk()
  const left = store.leave(doc, edit(7))
  await store.edit(doc, { ...edit(7), left: left === null ? [] : [left] })
  expect(await store.takeLeft()).toEqual(new Map())
  expect((await store.outRows(0, 9)).length).toBe(1)
  store.close()
})

describe.each([
  ['on disk', () => openDisk()],
  ['in memory', async () => createMemoryStore()],
])('%s', (_where, open) => {
  test('an edit is in the document, in the outbox and in the index', async () => {
    const store = await open()
    const { row: out, waiting } = await store.edit(doc, edit(1))
    expect(waiting).toEqual({ count: 1, since: 1 })
    expect((await store.load(doc)).updates).toEqual([bytes(1)])
    expect(await store.outRows(0, 9)).toEqual([out])
    expect(await store.index()).toEqual([{ doc, summary: 1, changedAt: 1, isHere: true }])
  })

  test('edits of many documents are in all of them, and in the outbox in the order they were made', async () => {
    const store = await open()
    const { row: before } = await store.edit(other, edit(9))
    const many = Array.from({ length: 500 }, (_, at) => ({
      ...edit(at % 200),
      doc: at === 499 ? other : docName('hjkm'[at % 4] ?? ''),
      at: 10 + at,
      index: null,
    }))
    const written = await store.editMany(many)
    expect(written.map(({ row: { n } }) => n)).toEqual(many.map((_, at) => before.n + 1 + at))
    expect(await store.outRows(0, 999)).toEqual([before, ...written.map(({ row: one }) => one)])
    expect(await store.outbox()).toEqual(new Map(written.map((one) => [one.row.doc, one.waiting])))
    expect(written.at(-1)?.waiting).toEqual({ count: 2, since: 9 })
    const { updates, lastKey } = await store.load(docName('m'))
    expect(updates).toEqual(many.filter((one) => one.doc === docName('m')).map((one) => one.bytes))
    expect(lastKey).toBe(written.findLast((one) => one.row.doc === docName('m'))?.key)
    expect((await store.edit(doc, edit(1))).row.n).toBe(before.n + 501)
    expect(await store.editMany([])).toEqual([])
  })

  test('when one of many cannot be made, none of them is there', async () => {
    const store = await open()
    function* making() {
      for (let at = 0; at < 450; at += 1) yield { ...edit(1), doc: at < 300 ? doc : other }
      throw new Error('no such brief')
    }
    await expect(store.editMany(making())).rejects.toThrow('no such brief')
    expect((await store.load(doc)).updates).toEqual([])
    expect(await store.outRows(0, 9)).toEqual([])
    expect(await store.index()).toEqual([])
  })

  test('numbers rise and are never used again', async () => {
    const store = await open()
    const { row: first } = await store.edit(doc, edit(1))
    await store.acknowledge([{ n: first.n, seq: 1, doc }], epoch)
    const { row: second } = await store.edit(doc, edit(2))
    expect(second.n).toBeGreaterThan(first.n)
  })

  test('the count goes on above a number given, never back, and no waiting row is touched', async () => {
    const store = await open()
    await store.numberAbove(0)
    const { row: first } = await store.edit(doc, edit(1))
    await store.numberAbove(first.n)
    expect(await store.outRows(0, 9)).toEqual([first])
    await store.numberAbove(900)
    const { row: second } = await store.edit(doc, edit(2))
    await store.numberAbove(5)
    const { row: third } = await store.edit(doc, edit(3))
    expect([second.n, third.n]).toEqual([901, 902])
    expect(await store.outRows(0, 9)).toEqual([first, second, third])
  })

  test('a head stops before the first row that is missing and goes on once it came', async () => {
    const store = await open()
    expect((await store.remote(doc, [row(1, 1), row(3, 3)], { epoch })).head.seq).toBe(1)
    expect(store.hasHole(doc)).toBe(true)
    expect((await store.remote(doc, [row(5, 5)], { epoch })).head.seq).toBe(1)
    expect((await store.remote(doc, [row(2, 2)], { epoch })).head.seq).toBe(3)
    expect((await store.remote(doc, [{ upto: 4, bytes: bytes(4) }], { epoch })).head.seq).toBe(5)
    expect(store.hasHole(doc)).toBe(false)
  })

  test('an acknowledgement deletes its row and no other, and fills the own row in the head', async () => {
    const store = await open()
    const first = await store.edit(doc, edit(1))
    const second = await store.edit(doc, edit(2))
    await store.remote(doc, [row(2, 9)], { epoch })
    expect((await store.head(doc))?.seq).toBe(0)
    const left = await store.acknowledge([{ n: first.row.n, seq: 1, doc }], epoch)
    expect(left.get(doc)).toEqual({ count: 1, since: 2 })
    expect((await store.head(doc))?.seq).toBe(2)
    expect((await store.outRows(0, 9)).map(({ n }) => n)).toEqual([second.row.n])
  })

  test('the same acknowledgement twice changes nothing', async () => {
    const store = await open()
    const { row: out } = await store.edit(doc, edit(1))
    await store.acknowledge([{ n: out.n, seq: 1, doc }], epoch)
    const again = await store.acknowledge([{ n: out.n, seq: 1, doc }], epoch)
    expect(again.get(doc)?.count).toBe(0)
    expect((await store.head(doc))?.seq).toBe(1)
  })

  test('the log’s rows take the place of a copy; what waits, stands above a hole or came later stays, and the copy is kept', async () => {
    const store = await open()
    await store.remote(doc, [row(1, 1), row(2, 2), row(4, 4)], { epoch })
    await store.remote(other, [row(1, 1)], { epoch })
    await store.edit(doc, edit(8))
    const was = await store.load(doc)
    const { head } = was
    if (head === null) throw new Error('there is no head')
    const { row: later } = await store.edit(doc, edit(9))
    await store.acknowledge([{ n: later.n, seq: 0, doc }], epoch)
    await store.remote(doc, [row(3, 3)], { epoch })
    const copy = { ...was, head, at: 70 }
    expect(await store.replace(doc, [{ upto: 1, bytes: bytes(10) }, row(2, 20)], copy)).toBe(true)
    expect((await store.load(doc)).updates.map(([first]) => first).sort()).toEqual([
      10, 20, 3, 4, 8, 9,
    ])
    expect(await store.head(doc)).toMatchObject({ seq: 4 })
    expect((await store.standing(doc)).waiting.count).toBe(1)
    expect((await store.history(doc)).map((change) => change.bytes[0])).not.toContain(1)
    expect((await store.load(other)).updates).toEqual([bytes(1)])
    expect(parseKept(await store.getNote(keptNote))).toEqual([
      { doc, at: 70, seq: 2, updates: [bytes(1), bytes(2), bytes(4), bytes(8)], seen: false },
    ])
  })

  test('a refusal keeps every byte and takes them out of this document only', async () => {
    const store = await open()
    await store.edit(doc, edit(1))
    const second = await store.edit(doc, edit(2))
    await store.edit(other, edit(3))
    await store.edit(doc, edit(4))
    const { moved, waiting } = await store.refuse(doc, second.row.n, 'too-large', 50)
    expect([moved, waiting.count]).toEqual([2, 1])
    expect(
      (await store.refused()).map((kept) => [kept.bytes[0], kept.reason, kept.refusedAt]),
    ).toEqual([
      [2, 'too-large', 50],
      [4, 'too-large', 50],
    ])
    expect((await store.load(doc)).updates).toEqual([bytes(1)])
    expect((await store.load(other)).updates).toEqual([bytes(3)])
  })

  test('what was refused can be taken back, under new numbers, or let go', async () => {
    const store = await open()
    const first = await store.edit(doc, edit(1))
    await store.edit(other, edit(3))
    await store.refuse(doc, first.row.n, 'no-access', 50)
    expect(await store.takeBack(doc)).toEqual({ count: 1, since: 1 })
    expect((await store.load(doc)).updates).toEqual([bytes(1)])
    const [, again] = await store.outRows(0, 9)
    expect(again).toMatchObject({ doc, bytes: bytes(1), at: 1 })
    expect(again?.n).toBeGreaterThan(first.row.n)
    expect(await store.refused()).toEqual([])
    // Another tab hears of the first refusal only now.
    expect(await store.refuse(doc, first.row.n, 'no-access', 55)).toMatchObject({ moved: 0 })
    expect(await store.refused()).toEqual([])
    await store.refuse(doc, again?.n ?? 0, 'no-access', 60)
    await store.discardRefused(other)
    expect(await store.refused()).toHaveLength(1)
    await store.discardRefused(doc)
    expect(await store.refused()).toEqual([])
    expect((await store.load(doc)).updates).toEqual([])
  })

  test('what a page of the feed tells is in the list until the document itself is here', async () => {
    const store = await open()
    const told = (summary: unknown, seq: number) => [{ doc, seq, at: 7, summary }]
    const page = { epoch, cursor: 'one', records: [] }
    expect(await store.announce(told('card', 3), page)).toHaveLength(1)
    expect(await store.index()).toEqual([{ doc, summary: 'card', changedAt: 7, isHere: false }])
    expect(await store.head(doc)).toMatchObject({ seq: 0, known: 3 })
    expect(await store.getNote('cursor')).toBe('one')
    await store.summarise([[doc, 9]], () => 'itself')
    expect(await store.announce(told('card', 4), page)).toEqual([])
    expect(await store.announce(told(null, 5), page)).toEqual([])
    expect(await store.indexRow(doc)).toEqual({
      doc,
      summary: 'itself',
      changedAt: 9,
      isHere: true,
    })
    expect(await store.head(doc)).toMatchObject({ seq: 0, known: 5 })
  })

  test('a page of the feed tells of many documents at once, and the newest of what it tells twice counts', async () => {
    const store = await open()
    const entries = [
      { doc, seq: 3, at: 7, summary: 'early' },
      { doc: other, seq: 2, at: 8, summary: null },
      { doc, seq: 4, at: 9, summary: 'late' },
    ]
    await store.announce(entries, { epoch, cursor: 'two', records: [] })
    expect(await store.head(doc)).toMatchObject({ known: 4 })
    expect(await store.head(other)).toMatchObject({ known: 2 })
    expect(await store.index()).toEqual([{ doc, summary: 'late', changedAt: 9, isHere: false }])
    expect(await store.getNote('cursor')).toBe('two')
  })

  test('a new epoch puts every head back to the start', async () => {
    const store = await open()
    await store.remote(doc, [row(1, 1)], { epoch })
    await store.edit(other, edit(2))
    expect([...(await store.resetHeads('second', { epoch: 'second' }))].sort()).toEqual([
      doc,
      other,
    ])
    expect(await store.head(doc)).toMatchObject({ seq: 0, epoch: 'second' })
    expect(await store.getNote('epoch')).toBe('second')
    expect((await store.load(doc)).updates).toEqual([bytes(1)])
  })

  test('only what came after a key is loaded again', async () => {
    const store = await open()
    await store.remote(doc, [row(1, 1)], { epoch })
    const { lastKey } = await store.load(doc)
    await store.edit(doc, edit(2))
    expect((await store.load(doc, lastKey)).updates).toEqual([bytes(2)])
  })
})

test('an edit of which one part cannot be written leaves nothing behind', async () => {
  const store = await openDisk()
  // A function cannot be stored: the index row fails after the other two were put.
  const broken = { ...edit(1), index: { doc, summary: () => 1, changedAt: 1, isHere: true } }
  await expect(store.edit(doc, broken)).rejects.toThrow()
  expect((await store.load(doc)).updates).toEqual([])
  expect(await store.outRows(0, 9)).toEqual([])
})

test.each([
  ['at once', 0],
  ['before the last', 1],
])('on a full disk none of many edits is there, whether it says so %s', async (_when, late) => {
  const store = await openDisk()
  const { add } = IDBObjectStore.prototype
  let left = late === 0 ? 0 : 700
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    row,
  ) {
    left -= 1
    if (left < 0) throw new DOMException('no room', 'QuotaExceededError')
    return add.call(this, row)
  })
  const many = Array.from({ length: 400 }, () => ({ ...edit(1), doc }))
  await expect(store.editMany(many)).rejects.toThrow('no room')
  vi.restoreAllMocks()
  expect((await store.load(doc)).updates).toEqual([])
  expect(await store.outRows(0, 9)).toEqual([])
  expect(await store.index()).toEqual([])
})

test('many edits whose transaction the browser ends in the middle are not there', async () => {
  const store = await openDisk()
  const { add } = IDBObjectStore.prototype
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    row,
  ) {
    const request = add.call(this, row)
    if (row.at === 300) request.addEventListener('success', () => this.transaction.abort())
    return request
  })
  const many = Array.from({ length: 400 }, (_, at) => ({ ...edit(1), doc, at }))
  await expect(store.editMany(many)).rejects.toThrow()
  vi.restoreAllMocks()
  expect(await store.outRows(0, 9)).toEqual([])
  expect(await store.index()).toEqual([])
})

test('what was stored is there after the tab died', async () => {
  const environment = await environmentOf()
  const before = await openDisk(environment)
  await before.edit(doc, edit(1))
  const after = await openDisk(environment)
  expect(await after.outbox()).toEqual(new Map([[doc, { count: 1, since: 1 }]]))
})

test('a browser without storage gets memory, after a limited time', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const clock = createTestClock()
  const { environment } = await createFakeDevice(createFakeRelay(), clock)
  const stuck = new IDBFactory()
  vi.spyOn(stuck, 'open').mockImplementation(() => new EventTarget() as unknown as IDBOpenDBRequest)
  const opening = openDisk({ ...environment, indexedDB: stuck })
  clock.advance(21_000)
  expect((await opening).kind).toBe('memory')
})
