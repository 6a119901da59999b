/** What a person said of the columns of lists, on their desk. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createMappings } from '#client/replica/desk-mappings.ts'

test('what was said of a set of headings is there for the next list, and only for that set', () => {
  const mappings = createMappings(new Y.Doc())
  mappings.keep('a', { Ref: 'sku' })
  mappings.keep('a', { Ref: 'name' })
  expect(mappings.get('a')).toEqual({ Ref: 'name' })
  expect(mappings.get('b')).toBeUndefined()
})

test('fifty sets are remembered; the one said longest ago goes first', () => {
  const mappings = createMappings(new Y.Doc())
  for (let at = 0; at < 50; at += 1) mappings.keep(`list ${at}`, { at })
  mappings.keep('list 0', { again: true })
  mappings.keep('one more', {})
  expect(mappings.get('list 0')).toEqual({ again: true })
  expect(mappings.get('list 1')).toBeUndefined()
  expect(mappings.get('list 2')).toEqual({ at: 2 })
})

test('what another version or a fault left in its place is nothing', () => {
  const doc = new Y.Doc()
  for (const [key, value] of Object.entries({ a: 3, b: null, c: 'text', d: { turn: 'x' } }))
    doc.getMap('mappings').set(key, value)
  const mappings = createMappings(doc)
  for (const key of ['a', 'b', 'c', 'd']) expect(mappings.get(key)).toBeUndefined()
  mappings.keep('e', { SKU: 'sku' })
  expect(mappings.get('e')).toEqual({ SKU: 'sku' })
})
