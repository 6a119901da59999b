/** The history as a device tells it: offline, before a relay was met, with a colleague, and whatever bytes a note holds. */
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readNote } from '#client/replica/read-history.ts'
import { setTitle, setWantedBy } from '#shared/documents/commands/brief-fields.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { createFakeDevice, createTestClock, docName, until, type TestClock } from './fake-device.ts'
import { createFakeRelay, type FakeRelay } from './fake-relay.ts'

const name = docName('h')
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

async function device() {
  const made = await createFakeDevice(relay, clock)
  const replica = await made.open()
  closing.push(() => replica.close())
  return { ...made, replica }
}

test('what was done before any relay was met is told, and any state of it can be read', async () => {
  relay.down = true
  const { replica, identity } = await device()
  const open = replica.openDocument(name)
  await open.whenLoaded
  for (const title of ['杯', '咖啡杯']) {
    setTitle(open.doc(), title)
    await open.whenStored()
  }
  setWantedBy(open.doc(), '2026-12-05')
  const entries = await replica.history.list(name)
  expect(entries.map(({ commands, fields }) => [commands, fields])).toEqual([
    [['setTitle'], ['title']],
    [['setTitle'], ['title']],
    [['setWantedBy'], ['wantedBy']],
  ])
  expect(entries.every(({ isOwn, isWaiting }) => isOwn && isWaiting)).toBe(true)
  expect(entries.every(({ member }) => member === identity.member)).toBe(true)
  const titles = await Promise.all(
    entries.map(async ({ index }) => {
      const { doc } = await replica.history.stateAt(name, index)
      const { title } = readBrief(doc)
      doc.destroy()
      return title
    }),
  )
  expect(titles).toEqual(['杯', '咖啡杯', '咖啡杯'])
})

test('a colleague is told by the device the relay names, and counts as the writer of their values', async () => {
  const [one, two] = [await device(), await device()]
  const [here, there] = [one.replica.openDocument(name), two.replica.openDocument(name)]
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  setTitle(there.doc(), 'Mugs')
  await until(clock, () => readBrief(here.doc()).title === 'Mugs', 'the title here')
  await until(
    clock,
    async () => (await one.replica.history.list(name)).length > 0,
    'the row on the device',
  )
  const [entry] = await one.replica.history.list(name)
  expect(entry).toMatchObject({ isOwn: false, commands: ['setTitle'], isWaiting: false })
  const past = await one.replica.history.stateAt(name, 0)
  const known = one.replica.people.list().find(({ member }) => member === entry?.member)
  expect(past.writerOf(there.doc().clientID)).toBe(
    known?.member ?? `device ${relay.rows.get(name)?.[0]?.device}`,
  )
  past.doc.destroy()
})

test('a note of any bytes is read without an error', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void readNote(bytes)))
  fc.assert(
    fc.property(fc.json(), (text) => {
      const { commands, fields } = readNote(new TextEncoder().encode(text))
      expect(commands.concat(fields).every((one) => typeof one === 'string')).toBe(true)
    }),
  )
  expect(
    readNote(new TextEncoder().encode('{"c":"setTitle+setRush","f":["title"],"t":5}')),
  ).toEqual({
    commands: ['setTitle', 'setRush'],
    fields: ['title'],
    isCut: false,
    saidAt: 5,
  })
})
