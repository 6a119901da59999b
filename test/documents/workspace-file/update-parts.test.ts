/** A document of many authors in parts: each within the relay's limits, taken by its own check in order, the same together. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf } from '#shared/documents/content.ts'
import { updateParts } from '#shared/documents/update-parts.ts'
import { createRandom } from '#shared/lib/random.ts'
import { limits } from '#shared/protocol/limits.ts'
import { createTable, isWhole, readerOf } from '#test/server/relay/check-table.ts'

const DEVICE = 7

/** Everybody writes into what others wrote, in between and at once. */
function manyAuthors(count: number, seed: number): Uint8Array {
  const random = createRandom(seed)
  const all = new Y.Doc()
  for (let at = 0; at < count * 2; at += 1) {
    const one = new Y.Doc()
    Y.applyUpdate(one, Y.encodeStateAsUpdate(all))
    one.clientID = 1 + (at % count) * 7919 + random.int(2) * 3
    const text = one.getText('text')
    text.insert(random.int(text.length + 1), `${at}，`)
    if (text.length > 40) text.delete(random.int(text.length - 2), 2)
    const list = one.getArray<unknown>('list')
    list.insert(random.int(list.length + 1), [new Y.Map([['by', at]])])
    const inside = list.get(random.int(list.length))
    if (inside instanceof Y.Map) inside.set('seen', at)
    one.getMap('map').set(`key ${random.int(9)}`, at)
    Y.applyUpdate(all, Y.encodeStateAsUpdate(one))
  }
  return Y.encodeStateAsUpdate(all)
}

/** As a relay that has never heard of the document takes them from one device. */
function takeAll(parts: readonly Uint8Array[]): Y.Doc {
  const table = createTable()
  for (const part of parts) expect(table.take(part, DEVICE)).toBe('stored')
  const doc = readerOf(table.rows)
  expect(isWhole(doc)).toBe(true)
  return doc
}

test.each([3, 4])('the relay takes a document of 150 authors in parts (seed %i)', (seed) => {
  const whole = manyAuthors(150, seed)
  const parts = updateParts(whole)
  expect(parts.length).toBeGreaterThan(2)
  const before = new Y.Doc()
  Y.applyUpdate(before, whole)
  const after = takeAll(parts)
  expect(contentOf(after)).toBe(contentOf(before))
  expect(Y.encodeStateVector(after)).toEqual(Y.encodeStateVector(before))
})

test('one that the relay takes whole stays whole; one byte of bound below it makes parts', () => {
  const whole = manyAuthors(20, 1)
  expect(updateParts(whole)).toEqual([whole])
  const most = { bytes: 400, authors: limits.newClientsPerUpdate }
  const parts = updateParts(whole, most)
  // Deletions are one list, which is not cut.
  for (const part of parts.slice(0, -1)) expect(part.byteLength).toBeLessThan(500)
  expect(contentOf(takeAll(parts))).toBe(contentOf(takeAll([whole])))
})
