/** Who wrote a comment, as a device knows it: its own also offline and after a restart, a colleague's by the rows the relay gives. */
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createAuthors } from '#client/replica/authors.ts'
import { createMemoryStore } from '#client/replica/memory-store.ts'
import type { PastChange } from '#client/replica/store.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import { addComment } from '#shared/documents/commands/talk.ts'
import { readEntries } from '#shared/documents/readers/talk-entries.ts'
import { clock, device, relay, useFakeWorld } from './fake-world.ts'
import { docName, until } from './fake-device.ts'

const name = docName('t')
useFakeWorld()
const say = (text: string) => ({ text, mentions: [], at: 1 })

test('what was said here before any relay was met is one’s own, also under the clientID of an earlier start', async () => {
  relay.down = true
  const made = await device()
  const { identity, replica } = made
  const open = replica.openDocument(name)
  await open.whenLoaded
  addComment(open.doc(), say('一'))
  expect((await replica.talks()).authors.authorOf(name, open.doc().clientID)).toBe(identity.member)
  const before = open.doc().clientID
  await replica.close()
  const opened = await made.open()
  const again = await opened.talks()
  expect(again.authors.authorOf(name, before)).toBe(`client ${before}`)
  expect(again.authors.isLooking(name)).toBe(true)
  await again.authors.look(name)
  expect(again.authors.authorOf(name, before)).toBe(identity.member)
  await opened.close()
})

test('a colleague is known by the device the relay names, and a document that stays closed tells as much', async () => {
  const [one, two] = [await device(), await device()]
  const there = two.replica.openDocument(name)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  addComment(there.doc(), say('白底图'))
  const client = there.doc().clientID
  let told = 0
  const { authors } = await one.replica.talks()
  authors.subscribe(() => (told += 1))
  await until(clock, () => one.replica.index.list()[0]?.isHere === true, 'the rows came')
  await authors.look(name)
  const author = authors.authorOf(name, client)
  expect(author).toMatch(/^device \d+$|^[0-9a-z]{26}$/)
  expect(told).toBeGreaterThan(0)
  const here = one.replica.openDocument(name)
  await here.whenLoaded
  expect(readEntries(here.doc()).map((entry) => entry.client)).toEqual([client])
})

test('an author whose rows were stored while others were being read is looked up again', async () => {
  const rows = [changeOf(7, 4)]
  const reads: (() => void)[] = []
  const authors = createAuthors({
    store: {
      head: async () => null,
      history: () => {
        const then = [...rows]
        return new Promise((resolve) => reads.push(() => resolve(then)))
      },
    },
    member: 'me' as MemberId,
    people: { list: () => [], subscribe: () => () => undefined },
    ownClient: () => null,
  })
  const answer = async (): Promise<void> => {
    await vi.waitFor(() => expect(reads).toHaveLength(1))
    reads.splice(0).forEach((read) => read())
    await authors.look(name)
  }
  // As a screen does: asks at once, and whenever it is told.
  const told: string[] = []
  authors.subscribe(() => told.push(authors.authorOf(name, 9)))
  authors.authorOf(name, 7)
  await vi.waitFor(() => expect(reads).toHaveLength(1))
  rows.push(changeOf(9, 5))
  authors.touch(name)
  authors.authorOf(name, 9)
  await answer()
  await answer()
  expect(told.at(-1)).toBe('device 5')
})

test('who wrote rows that the relay merged is known from what it says with them', async () => {
  const merged: PastChange = { ...changeOf(7, 4), by: null, note: null }
  const store = createMemoryStore()
  await store.remote(name, [{ upto: 1, bytes: merged.bytes }], {
    epoch: 'first',
    authors: [[7, 4]],
  })
  // A later word about the same id changes nothing: it is a device's for good.
  await store.remote(name, [], {
    epoch: 'first',
    authors: [
      [7, 5],
      [8, 6],
    ],
  })
  const authors = createAuthors({
    store,
    member: 'me' as MemberId,
    people: { list: () => [], subscribe: () => () => undefined },
    ownClient: () => null,
  })
  await authors.look(name)
  expect([7, 8, 9].map((client) => authors.authorOf(name, client))).toEqual([
    'device 4',
    'device 6',
    'client 9',
  ])
})

function changeOf(client: number, device: number): PastChange {
  const doc = new Y.Doc()
  doc.clientID = client
  addComment(doc, say('x'))
  const bytes = Y.encodeStateAsUpdate(doc)
  return { seq: 1, by: device, at: 1, note: new Uint8Array(), bytes, isWaiting: false }
}

test('the desk keeps what was seen and what was begun, forwards only', async () => {
  const { replica } = await device()
  const { desk } = await replica.talks()
  let told = 0
  desk.onSeen(() => (told += 1))
  desk.noteSeen(name, new Map([[5, 3]]))
  desk.noteSeen(name, new Map([[5, 2]]))
  desk.noteSeen(name, new Map([[6, 1]]))
  expect([...desk.seen(name)]).toEqual([
    [5, 3],
    [6, 1],
  ])
  expect(told).toBe(2)
  desk.keepDraft('a', '还没说完')
  expect(desk.draft('a')).toBe('还没说完')
  desk.keepDraft('a', '')
  expect(desk.draft('a')).toBe('')
})
