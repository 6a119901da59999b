/** What belongs on a device when not everything has room, how much room there is, and the desk that remembers both. */
import { expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { createDesk, type Desk, type KeepDesk } from '#client/replica/desk.ts'
import { reasonFor, wantedHere, type WantFacts } from '#client/replica/reasons.ts'
import { readRoom, rooms, usualRoom } from '#client/replica/room.ts'
import type { DeskMessage } from '#client/replica/tab-messages.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { docName } from './fake-device.ts'

const day = 24 * 3_600_000
const now = 1_000 * day
const brief = (letter: string, facts: Partial<WantFacts> = {}): WantFacts => ({
  name: docName(letter),
  changedAt: 0,
  isOpen: false,
  isWaiting: false,
  isPinned: false,
  openedAt: null,
  bytes: 1,
  ...facts,
})

test('what a person has to do with stays, however old it is; of the rest the newest', () => {
  const all = [
    brief('a', { changedAt: 5 }),
    brief('b', { isPinned: true }),
    brief('c', { changedAt: 9 }),
    brief('d', { openedAt: now - 29 * day }),
    brief('e', { isWaiting: true }),
    brief('f', { changedAt: 7 }),
    brief('g', { openedAt: now - 31 * day }),
  ]
  const wanted = (documents: number, bytes = 99) =>
    [...wantedHere(all, now, { documents, bytes }).keys()].sort()
  expect(wanted(5)).toEqual(['b', 'c', 'd', 'e', 'f'].map(docName))
  expect(wanted(1)).toEqual(['b', 'd', 'e'].map(docName))
  expect(wanted(5, 4)).toEqual(['b', 'c', 'd', 'e'].map(docName))
  expect(wanted(5, 0)).toEqual(['b', 'd', 'e'].map(docName))
  expect(reasonFor(brief('h', { isOpen: true }), now)).toBe('open')
})

test('what never was here counts as much as the others do on average', () => {
  const all = [
    brief('a', { changedAt: 9, bytes: 30 }),
    brief('b', { changedAt: 8, bytes: 10 }),
    brief('c', { changedAt: 7, bytes: null }),
    brief('d', { changedAt: 6, bytes: null }),
  ]
  const wanted = (bytes: number) => wantedHere(all, now, { documents: 9, bytes }).size
  expect([wanted(39), wanted(40), wanted(59), wanted(60), wanted(80)]).toEqual([1, 2, 2, 3, 4])
})

test('a phone, or a small disk, keeps less', () => {
  const quota = 50_000_000_000
  expect(usualRoom({ isCoarse: false, quota })).toEqual(rooms.desk)
  expect(usualRoom({ isCoarse: false, quota: null })).toEqual(rooms.desk)
  expect(usualRoom({ isCoarse: true, quota })).toEqual(rooms.phone)
  expect(usualRoom({ isCoarse: false, quota: 1_000_000_000 })).toEqual(rooms.phone)
})

test('the desks of two tabs meet at once, and a tab that starts gets what it lacks', () => {
  const said: (readonly [from: number, message: DeskMessage])[] = []
  const open = (number: number): Desk =>
    createDesk('desk', undefined, (message) => said.push([number, message]))
  const deliver = (): void => {
    for (const [from, message] of said.splice(0))
      for (const [number, desk] of tabs.entries()) if (number !== from) desk.heard(message)
  }
  const tabs = [open(0)]
  const [one] = tabs
  one?.pin(docName('a'), true)
  deliver()
  const two = open(1)
  tabs.push(two)
  deliver()
  deliver()
  expect(two.pins()).toEqual([docName('a')])

  const told = vi.fn()
  two.subscribe(told)
  one?.set('room', rooms.least)
  one?.noteOpened(docName('b'), 7)
  deliver()
  expect([two.setting('room'), two.openedAt(docName('b'))]).toEqual([rooms.least, 7])
  expect(told).toHaveBeenCalledTimes(2)
  two.pin(docName('c'), true)
  deliver()
  expect(one?.isPinned(docName('c'))).toBe(true)
  // What was heard is not said again.
  expect(said).toEqual([])
})

test.each(['large', { documents: 0, bytes: 5 }, { documents: 5 }, null])(
  'a size of the room that nobody can read counts as none chosen: %j',
  (size) => expect(readRoom(size)).toBeNull(),
)

test('the desk remembers pins and the last openings, and tolerates what it does not know', () => {
  let kept: Y.Doc | null = null
  const keep: KeepDesk = (_name, doc) => {
    kept = doc
    return { synced: Promise.resolve(), destroy: () => undefined }
  }
  const desk = createDesk('desk', keep, () => undefined)
  const doc = kept as Y.Doc | null
  doc?.getMap('recents').set(docName('z'), 'yesterday')
  doc?.getMap('pins').set(docName('z'), 'yes')
  expect([desk.openedAt(docName('z')), desk.isPinned(docName('z'))]).toEqual([null, false])
  desk.pin(docName('a'), true)
  desk.pin(docName('b'), true)
  desk.pin(docName('b'), false)
  expect(desk.pins()).toEqual([docName('a')])
  for (let at = 1; at <= 510; at += 1)
    desk.noteOpened(docName('a').replace('a', String(at)) as ReturnType<typeof docName>, at)
  expect(doc?.getMap('recents').size).toBe(500)
})

test('tasks count by their bytes alone: three thousand of them push no brief out', () => {
  const fact = (name: string, changedAt: number, isSmall: boolean) => ({
    ...{ name: name as DocName, changedAt, isOpen: false, isWaiting: false, isPinned: false },
    ...{ openedAt: null, bytes: isSmall ? 1 : 100, isSmall },
  })
  const briefs = Array.from({ length: 3 }, (_, n) => fact(`brief-${n}`, n, false))
  const tasks = Array.from({ length: 3_000 }, (_, n) => fact(`task-${n}`, 10 + n, true))
  const all = wantedHere([...briefs, ...tasks], 0, { documents: 2, bytes: 100_000 })
  expect([...all.keys()].filter((name) => name.startsWith('brief'))).toEqual(['brief-2', 'brief-1'])
  expect(all.size).toBe(3_002)
})
