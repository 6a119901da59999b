/** What belongs on a device when not everything has room, and the desk that remembers it. */
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { createDesk } from '#client/replica/desk.ts'
import { reasonFor, wantedHere, type WantFacts } from '#client/replica/reasons.ts'
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
  expect([...wantedHere(all, now, 5)].sort()).toEqual(['b', 'c', 'd', 'e', 'f'].map(docName))
  expect([...wantedHere(all, now, 1)].sort()).toEqual(['b', 'd', 'e'].map(docName))
  expect(reasonFor(brief('h', { isOpen: true }), now)).toBe('open')
})

test('the desk remembers pins and the last openings, and tolerates what it does not know', () => {
  let kept: Y.Doc | null = null
  const desk = createDesk('desk', (_name, doc) => {
    kept = doc
    return { synced: Promise.resolve(), destroy: () => undefined }
  })
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
