/** A device's copy against the fake relay: what an edit goes through, and what happens when parts of the way are missing. */
import { expect, test, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { ownPresence } from '#client/replica/presence.ts'
import { createFakeDevice, docName, fields, set, turn, until } from './fake-device.ts'
import { clock, closing, device, relay, useFakeWorld } from './fake-world.ts'

const doc = docName('a')
useFakeWorld()

test('an edit on one device travels to another that has the document open', async () => {
  const one = await device()
  const two = await device()
  const here = one.replica.openDocument(doc)
  const there = two.replica.openDocument(doc)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  set(here.doc(), 'rush', 'rush')
  expect(one.replica.status.of(doc).kind).toBe('saving')
  await until(
    clock,
    () => there.doc().getMap('fields').get('rush') === 'rush',
    'the edit on the other device',
  )
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'safe')
  await until(clock, () => two.replica.status.of(doc).kind === 'safe', 'safe there')
})

test('an acknowledgement that was lost makes the row be pushed again and stored once', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  relay.judge = () => {
    // The relay takes the row; the socket ends before its answer arrives.
    relay.judge = () => null
    relay.cutAll()
    return null
  }
  set(here.doc(), 'rush', 'rush')
  await until(clock, () => relay.rows.get(doc)?.length === 1, 'the row is at the relay')
  expect(one.replica.status.of(doc).kind).toBe('on-device')
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'safe')
  expect(relay.pushes.length).toBe(2)
  expect(relay.rows.get(doc)?.length).toBe(1)
})

test('a device is given out before its list is read, and then tells of the list, the people and what waits', async () => {
  const one = await createFakeDevice(relay, clock)
  const { member } = one.identity
  const standing = { access: 'member', outside: false, functions: [], removed: false } as const
  relay.people = [{ ...standing, functions: [], member, name: 'Lin', devices: [1] }]
  const before = await one.open()
  await until(clock, () => before.people.list().length > 0, 'the people')
  relay.down = true
  relay.cutAll()
  const here = before.openDocument(doc)
  set(here.doc(), 'rush', 'rush')
  await here.whenStored()
  one.crash()
  const { replica, read } = await one.begin()
  closing.push(() => replica.close())
  expect([replica.index.list(), replica.people.list()]).toEqual([[], []])
  let told = 0
  replica.index.subscribe(() => (told += 1))
  replica.people.subscribe(() => (told += 1))
  await read
  expect(told).toBe(2)
  expect(replica.index.list().map(({ name }) => name)).toEqual([doc])
  expect(replica.people.list()).not.toEqual([])
  expect(replica.status.of(doc)).toMatchObject({ kind: 'on-device', waiting: 1 })
})

test('edits made offline survive the death of the tab and are pushed in order at the next start', async () => {
  const one = await createFakeDevice(relay, clock)
  relay.down = true
  const before = await one.open()
  const here = before.openDocument(doc)
  for (let i = 0; i < 3; i += 1) {
    set(here.doc(), `key${i}`, i)
    expect(await here.whenStored()).toBe(true)
  }
  expect(before.status.of(doc)).toMatchObject({ kind: 'on-device', waiting: 3 })
  one.crash()
  relay.down = false
  const after = await one.open()
  closing.push(() => after.close())
  expect(after.status.of(doc)).toMatchObject({ kind: 'on-device', waiting: 3 })
  await until(clock, () => after.status.overall().kind === 'safe', 'safe')
  expect(fields(relay.doc(doc))).toEqual({ key0: 0, key1: 1, key2: 2 })
})

test('a gap is healed by what the relay lacks, under the same number', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  set(here.doc(), 'a', 1)
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'the first is safe')
  // A relay that forgot a row: the next edit cannot be joined to anything.
  relay.forget(doc)
  set(here.doc(), 'b', 2)
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'safe again')
  expect(fields(relay.doc(doc))).toEqual({ a: 1, b: 2 })
  expect(new Set(relay.pushes.slice(1).map(({ n }) => n)).size).toBe(1)
})

test('a refusal is told, keeps every byte, and rebuilds the document without it', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  set(here.doc(), 'kept', 1)
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'the first is safe')
  const told: unknown[] = []
  const rebuilt: Y.Doc[] = []
  one.replica.onRefused((refused) => told.push(refused))
  here.onRebuilt((now) => rebuilt.push(now))
  relay.judge = () => 'document-full'
  const old = here.doc()
  set(old, 'refused', 2)
  await until(clock, () => rebuilt.length === 1, 'rebuilt')
  expect(here.doc()).not.toBe(old)
  expect(fields(here.doc())).toEqual({ kept: 1 })
  expect(one.replica.status.of(doc)).toMatchObject({ kind: 'refused', refused: 1, waiting: 0 })
  await until(clock, () => told.length === 1, 'told')
  expect(told).toEqual([{ name: doc, moved: 1, reason: 'document-full' }])
  const kept = new Y.Doc()
  Y.applyUpdate(kept, Y.encodeStateAsUpdate(here.doc()))
  for (const { bytes } of await one.replica.refused()) Y.applyUpdate(kept, bytes)
  expect(fields(kept)).toEqual({ kept: 1, refused: 2 })
  expect(new TextDecoder().decode(await one.replica.exportRefused(doc))).toContain('document-full')
  relay.judge = () => null
  set(here.doc(), 'later', 3)
  await until(clock, () => relay.doc(doc).getMap('fields').has('later'), 'editing goes on')
  expect(fields(relay.doc(doc))).toEqual({ kept: 1, later: 3 })
})

test('who may only read sends no deletions that Yjs made, and is told of a refused edit', async () => {
  relay.access = 'viewer'
  const one = await device()
  const here = one.replica.openDocument(doc)
  relay.insert(doc, Y.encodeStateAsUpdate(textDoc('words')))
  await until(clock, () => here.doc().getText('text').toJSON() === 'words', 'the text')
  here.doc().getText('text').delete(0, 2)
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'nothing to send')
  expect(relay.pushes).toEqual([])
  expect(here.canWrite()).toBe(false)
  set(here.doc(), 'forced', 1)
  await until(clock, () => one.replica.status.of(doc).kind === 'refused', 'told')
})

test('while the disk refuses nothing is called stored, and it is written as soon as it can be', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const one = await device()
  const here = one.replica.openDocument(doc)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no space', 'QuotaExceededError')
  })
  set(here.doc(), 'a', 1)
  expect(await here.whenStored()).toBe(false)
  expect(one.replica.status.of(doc).kind).toBe('not-stored')
  expect(one.replica.status.overall()).toMatchObject({ kind: 'not-stored', storage: 'failing' })
  const copy = new Y.Doc()
  Y.applyUpdate(copy, here.unstored() ?? new Uint8Array([0, 0]))
  expect(fields(copy)).toEqual({ a: 1 })
  full.mockRestore()
  await until(clock, () => one.replica.status.overall().kind === 'safe', 'written and safe')
  expect(one.replica.status.overall().storage).toBe('ok')
  expect(fields(relay.doc(doc))).toEqual({ a: 1 })
})

test('a restored relay gets back what its backup lacked', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  set(here.doc(), 'a', 1)
  set(here.doc(), 'b', 2)
  await until(clock, () => one.replica.status.overall().kind === 'safe', 'safe')
  relay.forget(doc)
  relay.epoch = 'second'
  relay.cutAll()
  await until(
    clock,
    () => fields(relay.doc(doc)) !== null && relay.doc(doc).getMap('fields').size === 2,
    'everything is back',
  )
  await until(clock, () => one.replica.status.overall().kind === 'safe', 'safe again')
})

test('who may only read does not call safe what a restored relay lacks, and brings it with the right to write', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  set(here.doc(), 'a', 1)
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'safe')
  relay.forget(doc)
  relay.epoch = 'second'
  relay.access = 'viewer'
  relay.cutAll()
  await until(clock, () => one.replica.access() === 'viewer', 'signed in as a reader')
  await until(clock, () => one.replica.status.overall().link === 'ready', 'ready')
  for (let i = 0; i < 50; i += 1) await turn()
  expect(one.replica.status.of(doc).kind).toBe('on-device')
  relay.access = 'member'
  relay.cutAll()
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'safe again')
  expect(relay.doc(doc).getMap('fields').get('a')).toBe(1)
})

test('a frozen socket is noticed and replaced', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  relay.frozen = true
  set(here.doc(), 'a', 1)
  await here.whenStored()
  await until(clock, () => one.replica.status.overall().link === 'relay-down', 'noticed')
  relay.frozen = false
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'safe')
})

test('a dead socket is noticed also when nobody in this tab has anything to ask', async () => {
  const one = await device()
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  await until(clock, () => one.replica.status.overall().kind === 'safe', 'all quiet')
  relay.frozen = true
  await until(clock, () => one.replica.status.overall().link === 'relay-down', 'noticed')
  relay.frozen = false
  await until(clock, () => one.replica.status.overall().link === 'ready', 'back')
})

test('offline is said at once, and coming online connects at once', async () => {
  const one = await device(() => 0.999)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  relay.down = true
  one.setOnline(false)
  expect(one.replica.status.overall().link).toBe('offline')
  for (let i = 0; i < 20; i += 1) clock.advance(3_000)
  relay.down = false
  one.setOnline(true)
  expect(one.replica.status.overall().link).toBe('connecting')
})

test('a document is safe only once the relay has spoken of it', async () => {
  relay.down = true
  const one = await device()
  one.replica.openDocument(doc)
  expect(one.replica.status.of(doc)).toMatchObject({ kind: 'on-device', waiting: 0 })
  expect(one.replica.status.overall().kind).toBe('on-device')
})

test('hiding the page writes what is gathered without waiting', async () => {
  relay.down = true
  const one = await createFakeDevice(relay, clock)
  const before = await one.open()
  set(before.openDocument(doc).doc(), 'a', 1)
  one.hide()
  await until(
    { ...clock, advance: () => undefined },
    () => before.status.of(doc).kind === 'on-device',
    'stored',
  )
  one.crash()
})

test('presence carries a member and a colour, and ends with the view', async () => {
  const one = await device()
  const two = await device()
  const here = one.replica.openDocument(doc)
  const there = two.replica.openDocument(doc)
  await until(clock, () => there.awareness().getStates().size === 2, 'seen')
  const state = there.awareness().getStates().get(here.doc().clientID)
  expect(Object.keys(state ?? {}).sort()).toEqual(['colour', 'member'])
  await here.close()
  await until(clock, () => there.awareness().getStates().size === 1, 'gone')
})

test('a page that is hidden and lives leaves nothing behind', async () => {
  relay.down = true
  const one = await createFakeDevice(relay, clock)
  const tab = await one.open()
  closing.push(() => tab.close())
  const other = await one.open()
  closing.push(() => other.close())
  const open = tab.openDocument(doc)
  await open.whenLoaded
  for (const key of ['a', 'b', 'c']) {
    set(open.doc(), key, 1)
    one.hide()
    await open.whenStored()
  }
  await until(clock, () => other.status.of(doc).waiting === 3, 'told')
  let turns = 0
  await until(clock, () => (turns += 1) > 100, 'long after what was left would be taken')
  expect(other.status.of(doc).waiting).toBe(3)
})

test('two tabs of one device show the same without the relay, and nothing is stored twice', async () => {
  relay.down = true
  const one = await createFakeDevice(relay, clock)
  const first = await one.open()
  const second = await one.open()
  closing.push(
    () => first.close(),
    () => second.close(),
  )
  const here = first.openDocument(doc)
  const there = second.openDocument(doc)
  set(here.doc(), 'a', 1)
  await until(clock, () => there.doc().getMap('fields').get('a') === 1, 'the edit in the other tab')
  set(there.doc(), 'b', 2)
  await until(clock, () => here.doc().getMap('fields').get('b') === 2, 'and back')
  await until(
    clock,
    () => second.status.of(doc).waiting === 2 && first.status.of(doc).waiting === 2,
    'both count both',
  )
  relay.down = false
  await until(
    clock,
    () => first.status.overall().kind === 'safe' && second.status.overall().kind === 'safe',
    'safe in both',
  )
  expect(fields(relay.doc(doc))).toEqual({ a: 1, b: 2 })
  expect(relay.rows.get(doc)?.length).toBe(2)
})

test('a number the relay gave to another device is exchanged before anything is written under it', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  const taken = here.doc().clientID
  relay.taken = taken
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'open')
  expect(here.doc().clientID).not.toBe(taken)
  expect(here.awareness().clientID).toBe(here.doc().clientID)
  set(here.doc(), 'a', 1)
  await until(clock, () => relay.rows.get(doc)?.length === 1, 'stored')
  expect(Y.decodeStateVector(Y.encodeStateVector(relay.doc(doc))).has(taken)).toBe(false)
})

test('the feed is not called read before its rows are stored', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  set(here.doc(), 'a', 1)
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'safe')
  // The socket ends between the feed's page and the rows it asks for.
  relay.onPull = () => {
    relay.onPull = () => undefined
    relay.cutAll()
  }
  const two = await device()
  await until(
    clock,
    () => two.replica.index.list().length === 1,
    'the document on the second device',
  )
})

test('only the own entry of a presence message leaves the device', () => {
  const docs = [new Y.Doc(), new Y.Doc()]
  const [mine, theirs] = docs.map((of) => new Awareness(of))
  if (mine === undefined || theirs === undefined) throw new Error('two were made')
  mine.setLocalState({ member: 'me' })
  theirs.setLocalState({ member: 'them' })
  applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'test')
  const own = ownPresence(
    encodeAwarenessUpdate(mine, [theirs.clientID, mine.clientID]),
    mine.clientID,
  )
  const third = new Awareness(new Y.Doc())
  third.setLocalState(null)
  applyAwarenessUpdate(third, own ?? new Uint8Array([0]), 'test')
  expect([...third.getStates().values()]).toEqual([{ member: 'me' }])
  expect(ownPresence(encodeAwarenessUpdate(mine, [theirs.clientID]), mine.clientID)).toBeNull()
  for (const awareness of [mine, theirs, third]) awareness.destroy()
})

function textDoc(text: string): Y.Doc {
  const made = new Y.Doc()
  made.getText('text').insert(0, text)
  return made
}
