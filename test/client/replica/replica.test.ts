/** A device's copy against the fake relay: what an edit goes through, and what happens when parts of the way are missing. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeDevice, createTestClock, docName, set, until, type TestClock } from './fake-device.ts'
import { createFakeRelay, type FakeRelay } from './fake-relay.ts'

const doc = docName('a')
let relay: FakeRelay
let clock: TestClock
const closing: (() => Promise<void>)[] = []

beforeEach(() => {
  relay = createFakeRelay()
  clock = createTestClock()
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function device(chance?: () => number) {
  const made = await createFakeDevice(relay, clock, chance)
  const replica = await made.open()
  closing.push(() => replica.close())
  return { ...made, replica }
}

test('an edit on one device travels to another that has the document open', async () => {
  const one = await device()
  const two = await device()
  const here = one.replica.openDocument(doc)
  const there = two.replica.openDocument(doc)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  set(here.doc(), 'rush', 'rush')
  expect(one.replica.status.of(doc).kind).toBe('saving')
  await until(clock, () => there.doc().getMap('fields').get('rush') === 'rush', 'the edit on the other device')
  await until(clock, () => one.replica.status.of(doc).kind === 'safe', 'safe')
  await until(clock, () => two.replica.status.of(doc).kind === 'safe', 'safe there')
})
