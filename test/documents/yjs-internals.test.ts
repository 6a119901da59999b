/** Fails when a Yjs release changes what the two private reads rely on. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { authorClocks, isInsideYjsEvent, writtenKeys } from '#shared/documents/yjs-internals.ts'
import { change, LocalChange } from '#shared/documents/commands/local-change.ts'
import { replicas, reopened, sync } from './replicas.ts'

test('the authors of a key are everyone who set it, with their last clock, the losing one of two included', () => {
  const [a, b] = replicas(2)
  if (a === undefined || b === undefined) throw new Error('two replicas')
  const map = (doc: Y.Doc): Y.Map<unknown> => doc.getMap<unknown>('products')
  map(a).set('row/name', 'one')
  map(a).set('row/name', 'two')
  map(b).set('other', 1)
  map(b).set('row/name', 'three')
  sync(a, b)
  const expected = new Map([
    [a.clientID, 1],
    [b.clientID, 1],
  ])
  expect(authorClocks(map(a), 'row/name')).toEqual(expected)
  expect(authorClocks(map(b), 'row/name')).toEqual(expected)
  expect(authorClocks(map(reopened(a)), 'row/name')).toEqual(expected)
  expect(authorClocks(map(a), 'nothing')).toEqual(new Map())
  map(a).delete('other')
  expect(writtenKeys(map(a)).sort()).toEqual(['other', 'row/name'])
})

test('a command inside a Yjs event or inside another command is refused as a bug', () => {
  const doc = new Y.Doc()
  const map = doc.getMap<unknown>('fields')
  let caught: unknown = null
  map.observe(() => {
    expect(isInsideYjsEvent(doc)).toBe(true)
    try {
      change(doc, 'setRush', ['rush'], () => map.set('rush', 'rush'))
    } catch (error) {
      caught = error
    }
  })
  const origins: unknown[] = []
  doc.on('update', (_bytes: Uint8Array, origin: unknown) => origins.push(origin))
  change(doc, 'setWantedBy', ['wantedBy'], () => map.set('wantedBy', '2026-12-01'))
  expect(caught).toBeInstanceOf(Error)
  expect(map.has('rush')).toBe(false)
  expect(origins).toEqual([new LocalChange('setWantedBy', ['wantedBy'])])
  expect(isInsideYjsEvent(doc)).toBe(false)
})
