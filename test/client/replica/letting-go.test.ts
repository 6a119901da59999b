/** A device with less room than there are documents: what stays, what goes, what comes back, with another tab beside it. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
// Loaded before a clock runs: the device fetches them in a quiet moment.
import '#client/replica/disk-room.ts'
import '#client/replica/letting-go.ts'
import type { Kept } from '#client/replica/kept.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import type { Room } from '#client/replica/room.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { docName, fields, set, turn, until } from './fake-device.ts'
import { clock, closing, device, relay, useFakeWorld } from './fake-world.ts'

useFakeWorld()
type Device = TypedReplica<{ text: string }>

const letters = [...'bcdefgh']
const few = { documents: 3, bytes: 1_000_000 }

/** Documents of colleagues, with their cards. */
function othersWork(): void {
  for (const letter of letters) {
    const made = new Y.Doc()
    set(made, 'title', letter)
    relay.cards.set(docName(letter), new TextEncoder().encode(`card ${letter}`))
    relay.insert(docName(letter), Y.encodeStateAsUpdate(made))
  }
}
const here = (replica: Device): DocName[] =>
  replica.index.list().flatMap(({ name, isHere }) => (isHere ? [name] : []))
const allHere = (replica: Device): Promise<void> =>
  until(clock, () => here(replica).length === letters.length, 'all of them')
const keeps = (replica: Device, count: number): Promise<void> =>
  until(clock, () => here(replica).length === count, `${count} here`)
const choose = async (replica: Device, room: Room): Promise<void> =>
  (await replica.room()).choose(room)
const kept = async (replica: Device): Promise<Kept> => (await replica.room()).kept()
/** Nobody looks at any tab meanwhile. */
function monthsPass({ hide, show }: { hide(): void; show(): void }): void {
  hide()
  clock.advance(40 * 24 * 3_600_000)
  show()
}
/** Long enough for whatever is planned. */
async function pass(seconds: number): Promise<void> {
  for (let at = 0; at < seconds * 50; at += 1) {
    await turn()
    clock.advance(20)
  }
}

test('with room for few, documents nobody here has to do with go, and stay in the list as they were', async () => {
  othersWork()
  const { replica } = await device()
  await allHere(replica)
  const before = replica.index.list().map(({ name, summary }) => [name, summary])
  replica.pins.set(docName('b'), true)
  await choose(replica, few)
  await keeps(replica, 3)
  expect(here(replica)).toContain(docName('b'))
  expect(replica.index.list().map(({ name, summary }) => [name, summary])).toEqual(before)
  expect(await kept(replica)).toMatchObject({
    here: 3,
    listed: 7,
    reasons: { open: 0, waiting: 0, pinned: 1, opened: 0, newest: 2 },
  })
  expect(replica.status.overall()).toMatchObject({ kind: 'safe', toFetch: 0 })
})

test('what was let go comes back whole when it is opened, pinned, or there is room again', async () => {
  othersWork()
  const { replica } = await device()
  await allHere(replica)
  await choose(replica, { ...few, documents: 1 })
  await keeps(replica, 1)
  const [first, second] = replica.index.list().flatMap(({ name, isHere }) => (isHere ? [] : [name]))
  if (first === undefined || second === undefined) throw new Error('six are gone')
  const open = replica.openDocument(first)
  await until(clock, () => fields(open.doc()) !== undefined && here(replica).includes(first), 'it')
  expect(fields(open.doc())).toEqual({ title: first.at(-1) })
  replica.pins.set(second, true)
  await until(clock, () => here(replica).includes(second), 'the pinned one')
  await choose(replica, { ...few, documents: 100 })
  await allHere(replica)
  expect(replica.index.list().every(({ summary }) => summary.text.includes('title'))).toBe(true)
})

test('nothing is let go that another tab has open, and its edits reach everybody', async () => {
  othersWork()
  const made = await device()
  const other = await made.open()
  closing.push(() => other.close())
  await allHere(made.replica)
  await allHere(other)
  const held = other.openDocument(docName('h'))
  await held.whenLoaded
  // Long after it was opened only that it is open speaks for it.
  monthsPass(made)
  await choose(made.replica, { ...few, documents: 2 })
  // Both tabs lead here, and each has its own newest.
  await until(clock, () => here(made.replica).length <= 3, 'few here')
  expect(here(made.replica)).toContain(docName('h'))
  await until(clock, () => here(other).length <= 3, 'the same in the other tab')
  expect(here(other)).toContain(docName('h'))
  set(held.doc(), 'rush', 'rush')
  await until(
    clock,
    () => JSON.stringify(fields(relay.doc(docName('h')))) === '{"title":"h","rush":"rush"}',
    'the edit at the relay',
  )
})

test('a document that changes elsewhere is kept up with for as long as it is here', async () => {
  othersWork()
  const { replica } = await device()
  await allHere(replica)
  await choose(replica, few)
  await keeps(replica, 3)
  const [oldest] = here(replica)
  if (oldest === undefined) throw new Error('three are here')
  const later = relay.doc(oldest)
  const change = new Promise<Uint8Array>((resolve) => later.once('update', resolve))
  set(later, 'title', 'later')
  relay.insert(oldest, await change)
  await until(
    clock,
    () => replica.index.list().some(({ summary }) => summary.text.includes('later')),
    'the new title',
  )
})

test('without a relay everything stays, however little room there is', async () => {
  othersWork()
  const { replica } = await device()
  await allHere(replica)
  relay.down = true
  relay.cutAll()
  await choose(replica, { ...few, documents: 1 })
  await pass(60)
  expect(here(replica)).toHaveLength(letters.length)
  relay.down = false
  await keeps(replica, 1)
})

test('what waits to be sent stays', async () => {
  othersWork()
  const made = await device()
  const { replica } = made
  await allHere(replica)
  relay.judge = () => 'busy'
  const open = replica.openDocument(docName('c'))
  await open.whenLoaded
  set(open.doc(), 'rush', 'rush')
  await open.close()
  monthsPass(made)
  await choose(replica, { ...few, documents: 1 })
  await keeps(replica, 1)
  expect(here(replica)).toEqual([docName('c')])
  expect((await kept(replica)).reasons).toMatchObject({ waiting: 1, newest: 0 })
})

test('bytes count as well as documents', async () => {
  othersWork()
  const { replica } = await device()
  await allHere(replica)
  const { bytes } = await kept(replica)
  await choose(replica, { documents: 100, bytes: (bytes / letters.length) * 4.5 })
  await keeps(replica, 4)
  expect((await kept(replica)).bytes).toBeLessThan((bytes / letters.length) * 4.5)
})
