/** When somebody was here: kept by its begin, the oldest let go of; and values that may stay as they are. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDeskVisits } from '#client/replica/desk-visits.ts'

test('a visit goes on under its begin, others stand beside it in order, the oldest go', () => {
  const doc = new Y.Doc()
  const visits = createDeskVisits({ map: (name) => doc.getMap(name) })
  visits.note({ from: 2000, to: 2100 })
  visits.note({ from: 900, to: 1000 })
  visits.note({ from: 2000, to: 2500 })
  visits.noteRead(2400)
  // What a later app keeps there is no visit.
  doc.getMap('visits').set('by phone', 7)
  expect(visits.list()).toEqual([
    { from: 900, to: 1000 },
    { from: 2000, to: 2500 },
  ])
  expect(visits.readAt()).toBe(2400)
  for (let at = 1; at <= 150; at += 1) visits.note({ from: at * 10_000, to: at * 10_000 })
  expect(visits.list()).toHaveLength(100)
  expect(visits.list().at(-1)).toEqual({ from: 1_500_000, to: 1_500_000 })
  expect(visits.readAt()).toBe(2400)
})

test('a value that may stay is asked of again once it is another, or when its person says so', () => {
  const doc = new Y.Doc()
  const visits = createDeskVisits({ map: (name) => doc.getMap(name) })
  visits.leave('brief-a/fields/wantedBy', '["5","9"]')
  expect(visits.isLeft('brief-a/fields/wantedBy', '["5","9"]')).toBe(true)
  expect(visits.isLeft('brief-a/fields/wantedBy', '["5","12"]')).toBe(false)
  visits.leave('brief-a/fields/wantedBy', null)
  expect(visits.isLeft('brief-a/fields/wantedBy', '["5","9"]')).toBe(false)
})
