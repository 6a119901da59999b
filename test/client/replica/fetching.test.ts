/** What a device hears of and fetches: documents, their cards, people's names. */
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Store } from '#client/replica/store.ts'
import { createFakeDevice, docName, set, turn, until } from './fake-device.ts'
import { clock, closing, device, relay, useFakeWorld } from './fake-world.ts'

const doc = docName('a')
useFakeWorld()

test('a document nobody opened is listed by its summary', async () => {
  const one = await device()
  const two = await device()
  const here = one.replica.openDocument(doc)
  set(here.doc(), 'a', 1)
  await until(
    clock,
    () =>
      two.replica.index.list().some(({ summary, isHere }) => isHere && summary.text === '{"a":1}'),
    'the row',
  )
  expect(two.replica.status.of(doc).kind).toBe('safe')
})

test('names stand beside changes also without a relay, once it has told them', async () => {
  const { member } = (await createFakeDevice(relay, clock)).identity
  relay.people = [
    {
      member,
      name: 'Lin',
      access: 'owner',
      outside: false,
      functions: [],
      removed: false,
      devices: [1],
    },
  ]
  const made = await createFakeDevice(relay, clock)
  const before = await made.open()
  await until(clock, () => before.people.list().length === 1, 'the people')
  await before.close()
  relay.down = true
  const after = await made.open()
  closing.push(() => after.close())
  expect(after.people.list().map(({ name }) => name)).toEqual(['Lin'])
})

test('what changed elsewhere is fetched in parts, and how much is left is told', async () => {
  for (const letter of 'bcdefgh') {
    const made = new Y.Doc()
    set(made, 'rush', letter)
    relay.insert(docName(letter), Y.encodeStateAsUpdate(made))
  }
  const one = await device()
  const seen = new Set<number>()
  one.replica.status.subscribe(() => seen.add(one.replica.status.overall().toFetch))
  await until(clock, () => one.replica.index.list().length === 7, 'seven rows in the list')
  expect([...seen]).toContain(7)
  expect(one.replica.status.overall().toFetch).toBe(0)
})

test('what stands for a document elsewhere goes along with a change, once for each wording', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  set(here.doc(), 'rush', 'rush')
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'safe')
  const card = (): string => new TextDecoder().decode(relay.cards.get(doc))
  expect(card()).toBe('{"rush":"rush"}')
  relay.cards.clear()
  set(here.doc(), 'rush', 'rush')
  await until(clock, () => relay.rows.get(doc)?.length === 2, 'the second row')
  expect(relay.cards.size).toBe(0)
  set(here.doc(), 'rush', 'standard')
  await until(clock, () => card() === '{"rush":"standard"}', 'the new wording')
})

test('what one tab had noted and not fetched is fetched by the tab that leads after it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const one = await createFakeDevice(relay, clock)
  let full = true
  const faulty = (store: Store): Store => ({
    ...store,
    remote: (...given) => (full ? Promise.reject(new Error('no room')) : store.remote(...given)),
  })
  let holder: { lost(): void } | null = null
  const { environment } = one
  environment.wrapStore = faulty
  // One lock, given to the first who wants it and to a thief.
  environment.holdLock = (_name, how) =>
    holder !== null && !how.steal
      ? new Promise(() => undefined)
      : new Promise((resolve) => {
          holder?.lost()
          holder = how
          resolve(() => undefined)
        })
  const made = new Y.Doc()
  set(made, 'rush', 'b')
  relay.insert(doc, Y.encodeStateAsUpdate(made))
  const first = await one.open()
  await until(clock, () => first.status.overall().toFetch === 1, 'noted')
  const second = await one.open()
  closing.push(() => second.close())
  await first.close()
  full = false
  await until(
    clock,
    () =>
      second.index.list().some(({ isHere, summary }) => isHere && summary.text === '{"rush":"b"}'),
    'fetched by the other',
  )
  expect(second.status.overall().toFetch).toBe(0)
})

test('what was fetched as the page ended, before its row of the list was made, is not called elsewhere after', async () => {
  const one = await createFakeDevice(relay, clock)
  let isEnding = true
  one.environment.wrapStore = (store: Store): Store => ({
    ...store,
    summarise: (...given) => (isEnding ? new Promise(() => undefined) : store.summarise(...given)),
  })
  const made = new Y.Doc()
  set(made, 'rush', 'rush')
  relay.insert(doc, Y.encodeStateAsUpdate(made))
  relay.cards.set(doc, new TextEncoder().encode('a card'))
  const first = await one.open()
  await until(clock, () => first.status.of(doc).kind === 'safe', 'fetched')
  await until(clock, () => first.index.list()[0]?.isHere === false, 'its card')
  await first.close()
  isEnding = false
  const again = await one.open()
  await until(clock, () => again.index.list()[0]?.isHere === true, 'its own row')
  await again.close()
})

test('a document that is opened while its row is made is listed by what is stored of it, not by what is read so far', async () => {
  const one = await createFakeDevice(relay, clock)
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  one.environment.wrapStore = (store: Store): Store => ({
    ...store,
    load: async (...given) => {
      await held
      return store.load(...given)
    },
  })
  const made = new Y.Doc()
  set(made, 'rush', 'rush')
  relay.insert(doc, Y.encodeStateAsUpdate(made))
  const replica = await one.open()
  closing.push(() => replica.close())
  await until(clock, () => replica.status.of(doc).kind === 'safe', 'fetched')
  replica.openDocument(doc)
  await until(clock, () => replica.index.list()[0]?.isHere === true, 'its row')
  expect(replica.index.list()[0]?.summary.text).toBe('{"rush":"rush"}')
  release()
})

test('a row made of what was stored before does not take the place of a newer one', async () => {
  const one = await createFakeDevice(relay, clock)
  const waiting: (() => void)[] = []
  one.environment.wrapStore = (store: Store): Store => ({
    ...store,
    summarise: async (...given) => {
      const rows = await store.summarise(...given)
      await new Promise<void>((resolve) => void waiting.push(resolve))
      return rows
    },
  })
  const made = new Y.Doc()
  set(made, 'rush', 'rush')
  relay.insert(doc, Y.encodeStateAsUpdate(made))
  const replica = await one.open()
  closing.push(() => replica.close())
  await until(clock, () => waiting.length > 0, 'the row of what came')
  const here = replica.openDocument(doc)
  await here.whenLoaded
  set(here.doc(), 'rush', 'standard')
  const newer = (): boolean => replica.index.list()[0]?.summary.text === '{"rush":"standard"}'
  await until(clock, newer, 'the row of the edit')
  for (const release of waiting) release()
  for (let turns = 0; turns < 50; turns += 1) await turn()
  expect(newer()).toBe(true)
})
