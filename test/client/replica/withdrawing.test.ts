/** What leaves a device when its member may not read it any more, and what never does. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createMemoryStore } from '#client/replica/memory-store.ts'
import { fold } from '#client/replica/fold.ts'
import type { Store } from '#client/replica/store.ts'
import type { RecordRow } from '#client/replica/record-store.ts'
import type { DeviceId, DocName, Topic } from '#shared/lib/ids.ts'
import { topicOf } from '#shared/lib/document-kinds.ts'
import { docName, set, until } from './fake-device.ts'
import { clock, device, relay, useFakeWorld } from './fake-world.ts'
import { doc, epoch, keysOf, openWorld, writes } from './two-tabs.ts'

const own = 'd'.repeat(26) as DeviceId
const note = new Uint8Array(0)
const other = docName('b')

const record = (id: string, device: DeviceId, scope: DocName): RecordRow => ({
  id: id.padEnd(26, '0'),
  ...{
    scope,
    device,
    n: 1,
    text: id,
    signature: new Uint8Array(64),
    key: new Uint8Array(0),
    seq: 1,
  },
  receipt: { seq: 1, at: 1, link: 'l', countersignature: new Uint8Array(0) },
  ...{ earlier: [], refused: null },
})

async function onDisk(): Promise<Store> {
  const [{ store }, second] = (await openWorld()).tabs
  second.store.close()
  return store
}

/** A document with history, a list row, a kept copy, records of two people, and another beside it. */
async function fill(store: Store): Promise<void> {
  const row = (seq: number, key: string) => ({ seq, device: 9, at: 1, note, bytes: writes(key) })
  await store.remote(doc, [row(2, 'a'), row(3, 'b')], { epoch })
  await store.fold(doc, 1, fold)
  await store.remote(other, [row(1, 'c')], { epoch })
  for (const name of [doc, other])
    await store.putIndex({ doc: name, summary: 'mug', changedAt: 1, isHere: true })
  await store.announce([], { epoch, cursor: 'one', records: [[doc, 1]] })
  const asked = { scope: doc, held: 0, known: 1 }
  const others = 'f'.repeat(26) as DeviceId
  await (
    await store.records()
  ).keep(asked, [record('mine', own, doc), record('theirs', others, doc)], false)
  const copy = { at: 1, seq: 1, updates: [writes('kept')], seen: false }
  await store.putNote('kept', [
    { doc, ...copy },
    { doc: other, ...copy },
  ])
}

describe.each([
  ['on the disk', onDisk],
  ['in memory', async () => createMemoryStore()],
])('%s', (_where, open) => {
  test('nothing of a withdrawn document is left, and another stays as it was', async () => {
    const store = await open()
    await fill(store)
    const before = await store.load(other)
    await store.withdraw([doc], own)
    expect((await store.load(doc)).updates).toEqual([])
    expect(await store.history(doc)).toEqual([])
    expect(await store.indexRow(doc)).toBeNull()
    expect(await store.getNote('kept')).toMatchObject([{ doc: other }])
    expect(await store.head(doc)).toMatchObject({ seq: 0, known: 0, bytes: 0, withdrawn: true })
    expect((await (await store.records()).of(doc)).map(({ text }) => text)).toEqual(['mine'])
    expect((await store.named()).get(doc)).toBe('withdrawn')
    expect(await store.load(other)).toEqual(before)
    expect(await store.indexRow(other)).not.toBeNull()
  })

  test('what waits and what was refused stays, and can be sent or given out', async () => {
    const store = await open()
    await fill(store)
    const edit = (key: string) => store.edit(doc, { bytes: writes(key), note, at: 1, index: null })
    const refused = await edit('refused')
    await store.refuse(doc, refused.row.n, 'no-access', 1)
    const waiting = await edit('waiting')
    await store.withdraw([doc], own)
    expect((await store.outRows(0, 9)).map(({ n }) => n)).toEqual([waiting.row.n])
    expect((await store.refused()).map(({ n }) => n)).toEqual([refused.row.n])
    expect(keysOf((await store.load(doc)).updates)).toEqual(['waiting'])
    await store.refuse(doc, waiting.row.n, 'no-access', 2)
    expect((await store.load(doc)).updates).toEqual([])
    expect(await store.refused()).toHaveLength(2)
  })

  test('withdrawn twice is withdrawn once, and given again it begins from its first row', async () => {
    const store = await open()
    await fill(store)
    await store.withdraw([doc], own)
    await store.withdraw([doc], own)
    await store.announce([{ doc, seq: 3, at: 2, summary: null }], {
      epoch,
      cursor: 'two',
      records: [],
    })
    expect((await store.named()).get(doc)).toBe('here')
    const late = [{ seq: 3, device: 9, at: 1, note, bytes: writes('b') }]
    expect((await store.remote(doc, late, { epoch, joins: true })).isStored).toBe(false)
    const all = [1, 2, 3].map((seq) => ({
      seq,
      device: 9,
      at: 1,
      note,
      bytes: writes(`row ${seq}`),
    }))
    expect((await store.remote(doc, all, { epoch, joins: true })).head.seq).toBe(3)
  })
})

useFakeWorld()
const granted = (name: DocName, expiresAt: number | null = null) => ({
  ...{ topic: topicOf(name), right: 'edit' as const, expiresAt },
})
function share(...grants: { topic: Topic; right: 'edit'; expiresAt: number | null }[]): void {
  Object.assign(relay, { outside: true, grants, now: clock.now })
}
function written(name: DocName, title: string): void {
  const made = new Y.Doc()
  set(made, 'title', title)
  relay.insert(name, Y.encodeStateAsUpdate(made))
}

test('a grant that ends takes its document off the device, and what was typed meanwhile stays', async () => {
  written(docName('b'), 'mug')
  written(docName('c'), 'bowl')
  share(granted(docName('b')), granted(docName('c')))
  const { replica } = await device()
  await until(clock, () => replica.index.list().length === 2, 'both')
  const open = replica.openDocument(docName('b'))
  await open.whenLoaded
  await until(clock, () => replica.status.of(docName('b')).kind === 'safe', 'all of it')
  relay.judge = ({ doc: name }) => (name === docName('b') ? 'no-access' : null)
  set(open.doc(), 'title', 'cup')
  share(granted(docName('c')))
  relay.tellStanding()
  await until(clock, () => replica.status.of(docName('b')).kind === 'refused', 'the refusal')
  await until(
    clock,
    () => open.doc().getMap('fields').get('title') === undefined,
    'the screen without it',
  )
  expect(replica.index.list().map(({ name }) => name)).toEqual([docName('c')])
  expect(replica.rights.of(docName('b'))).toBe('none')
  expect(open.canWrite()).toBe(false)
  const file = JSON.parse(new TextDecoder().decode(await replica.exportRefused(docName('b'))))
  expect(file.changes).toHaveLength(1)
  expect(file.changes[0].written).toEqual([{ text: 'cup' }])
  await open.close()
})

test('a grant runs out at its hour on a device without a network, also one that starts later', async () => {
  written(docName('b'), 'mug')
  share(granted(docName('b'), clock.now() + 3_600_000))
  const made = await device()
  await until(clock, () => made.replica.index.list().length === 1, 'it')
  made.setOnline(false)
  relay.down = true
  clock.advance(3_500_000)
  expect(made.replica.index.list()).toHaveLength(1)
  clock.advance(200_000)
  await until(clock, () => made.replica.index.list().length === 0, 'that it is gone')
  await made.replica.close()
  const again = await made.open()
  await until(clock, () => again.rights.of(docName('b')) === 'none', 'what was kept of the rights')
  expect(again.index.list()).toEqual([])
  await again.close()
})

test('with a clock that was ahead it comes back once the relay says the hour', async () => {
  written(docName('b'), 'mug')
  share(granted(docName('b'), clock.now() + 3_600_000))
  let ahead = 0
  relay.now = () => clock.now() - ahead
  const made = await device()
  await until(clock, () => made.replica.index.list().length === 1, 'it')
  made.setOnline(false)
  relay.down = true
  clock.advance(7_200_000)
  ahead = 7_200_000
  await until(clock, () => made.replica.index.list().length === 0, 'that it is gone')
  relay.down = false
  made.setOnline(true)
  await until(clock, () => made.replica.index.list().length === 1, 'it again')
})

test('a device that was away while its member went outside lets go of the rest when it comes back', async () => {
  written(docName('b'), 'mug')
  written(docName('c'), 'bowl')
  const made = await device()
  await until(clock, () => made.replica.index.list().length === 2, 'both')
  await made.replica.close()
  share(granted(docName('c')))
  const again = await made.open()
  await until(clock, () => again.index.list().length === 1, 'one')
  expect(again.index.list().map(({ name }) => name)).toEqual([docName('c')])
  await again.close()
})
