/** What the relay refused: out of every tab, kept, and sent again when a person asks. */
import { expect, test, vi } from 'vitest'
import { createFakeDevice, docName, fields, set, turn, until } from './fake-device.ts'
import { clock, closing, device, relay, useFakeWorld } from './fake-world.ts'

const doc = docName('a')
useFakeWorld()

test('what was refused is sent again when a person asks, and arrives once the relay takes it', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  relay.judge = () => 'no-access'
  set(here.doc(), 'rush', 'rush')
  await until(clock, () => one.replica.status.of(doc).kind === 'refused', 'refused')
  await until(clock, () => here.doc().getMap('fields').size === 0, 'taken out of the document')
  relay.judge = () => null
  await one.replica.retryRefused(doc)
  expect(fields(here.doc())).toEqual({ rush: 'rush' })
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'safe')
  expect(relay.doc(doc).getMap('fields').get('rush')).toBe('rush')
  expect(await one.replica.refused()).toEqual([])
})

test('what the relay refused goes out of every tab that shows it, and is told in each', async () => {
  const one = await createFakeDevice(relay, clock)
  const first = await one.open()
  const second = await one.open()
  closing.push(
    () => first.close(),
    () => second.close(),
  )
  const here = first.openDocument(doc)
  const there = second.openDocument(doc)
  await until(clock, () => first.status.overall().link === 'ready', 'signed in')
  relay.judge = () => 'no-access'
  set(here.doc(), 'a', 1)
  await until(clock, () => second.status.of(doc).refused === 1, 'told in the other tab')
  await until(clock, () => there.doc().getMap('fields').size === 0, 'gone from the other tab')
  await until(clock, () => here.doc().getMap('fields').size === 0, 'gone where it was written')
  relay.judge = () => null
  await second.retryRefused(doc)
  await until(clock, () => first.status.of(doc).kind === 'safe', 'safe in the first')
  expect(fields(here.doc())).toEqual({ a: 1 })
  expect(first.status.of(doc).refused).toBe(0)
})

test('closing a document while the disk takes nothing keeps what only memory holds, and stores it later', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const one = await createFakeDevice(relay, clock)
  let full = true
  one.environment.wrapStore = (store) => ({
    ...store,
    edit: (...given) => (full ? Promise.reject(new Error('no room')) : store.edit(...given)),
  })
  const replica = await one.open()
  closing.push(() => replica.close())
  const here = replica.openDocument(doc)
  await until(clock, () => replica.status.overall().link === 'ready', 'signed in')
  set(here.doc(), 'a', 1)
  await until(clock, () => replica.status.of(doc).kind === 'not-stored', 'said')
  void here.close()
  // As long as closing takes where the disk is well.
  for (let i = 0; i < 20; i += 1) await turn()
  full = false
  await until(clock, () => replica.status.of(doc).kind === 'safe', 'safe')
  expect(relay.doc(doc).getMap('fields').get('a')).toBe(1)
})

test('what another tab wrote upon refused work, before it heard of that, is refused with it, and goes with it when it is sent again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const one = await createFakeDevice(relay, clock)
  let beside = (): void => undefined
  one.environment.wrapStore = (store) => ({
    ...store,
    async refuse(...given) {
      const done = await store.refuse(...given)
      // Upon what was just taken out, which this tab still shows.
      beside()
      beside = () => undefined
      return done
    },
  })
  const first = await one.open()
  const second = await one.open()
  closing.push(
    () => first.close(),
    () => second.close(),
  )
  const here = first.openDocument(doc)
  const there = second.openDocument(doc)
  await until(clock, () => first.status.overall().link === 'ready', 'signed in')
  relay.judge = () => 'no-access'
  set(here.doc(), 'a', 1)
  await until(clock, () => there.doc().getMap('fields').get('a') === 1, 'seen in the other tab')
  beside = () => {
    set(there.doc(), 'a', 2)
    relay.judge = () => null
  }
  await until(clock, () => first.status.of(doc).refused === 2, 'both are refused')
  await until(clock, () => first.status.of(doc).waiting === 0, 'nothing waits for ever')
  await first.retryRefused(doc)
  await until(clock, () => first.status.of(doc).kind === 'safe', 'safe')
  expect(fields(relay.doc(doc))).toEqual({ a: 2 })
})
