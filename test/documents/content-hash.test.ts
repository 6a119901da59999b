/** The eight bytes that stand for a document's content: equal where devices show the same, different where they do not. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentHash } from '#shared/documents/content-hash.ts'
import { notesRoot, rootMap } from '#shared/documents/roots.ts'
import { createRandom, type Random } from '#shared/lib/random.ts'

const RUNS = 300
const FIRST_SEED = 7_000

const hex = (doc: Y.Doc): string => Buffer.from(contentHash(doc)).toString('hex')
const built = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.mergeUpdates([...updates]))
  return doc
}

function edit(doc: Y.Doc, random: Random): void {
  const key = random.pick(['a', 'b', 'c', 'd'])
  const notes = notesRoot(doc)
  const paragraph = notes.length === 0 ? null : notes.get(random.int(notes.length))
  const text = paragraph instanceof Y.XmlElement ? paragraph.firstChild : null
  const acts: (() => void)[] = [
    () => void rootMap(doc, 'products').set(key, random.int(50)),
    () => void rootMap(doc, 'fields').set(key, { z: random.int(3), a: [null, '杯'] }),
    () => rootMap(doc, 'products').delete(key),
    () => doc.getArray('list').insert(0, ['x', random.int(9)]),
    () => {
      const made = new Y.XmlElement(random.pick(['paragraph', 'heading']))
      made.insert(0, [new Y.XmlText('浅灰背景')])
      notes.insert(random.int(notes.length + 1), [made])
    },
    () => {
      if (text instanceof Y.XmlText) text.insert(random.int(text.length + 1), '字')
    },
    () => {
      if (text instanceof Y.XmlText && text.length > 0) text.delete(random.int(text.length), 1)
    },
    () => {
      if (text instanceof Y.XmlText && text.length > 0)
        text.format(random.int(text.length), 1, { strong: random.pick([{}, null]) })
    },
  ]
  random.pick(acts)()
}

/** What three devices sent, each working on what it had heard by then, as the relay would have it. */
function rowsOf(seed: number): Uint8Array[] {
  const random = createRandom(seed)
  const rows: Uint8Array[] = []
  const docs = [1, 2, 3].map((clientID) => {
    const doc = Object.assign(new Y.Doc(), { clientID })
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== 'relay') rows.push(bytes)
    })
    return { doc, heard: 0 }
  })
  for (let step = 0; step < 60; step += 1) {
    const one = random.pick(docs)
    if (random.int(3) === 0) {
      for (const row of rows.slice(one.heard)) Y.applyUpdate(one.doc, row, 'relay')
      one.heard = rows.length
    } else one.doc.transact(() => edit(one.doc, random))
  }
  return rows
}

function shuffled<T>(all: readonly T[], random: Random): T[] {
  return all
    .map((one) => ({ one, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

test('devices that hold the same rows have the same hash, whatever order they came in and whatever was folded', () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) {
    const random = createRandom(seed)
    const rows = rowsOf(seed)
    const wanted = hex(built(rows))
    const half = random.int(rows.length)
    expect(hex(built(shuffled(rows, random))), `seed ${seed}, shuffled`).toBe(wanted)
    const folded = [Y.mergeUpdates(shuffled(rows.slice(0, half), random)), ...rows.slice(half)]
    expect(hex(built(folded)), `seed ${seed}, folded`).toBe(wanted)
    const repeated = [...rows, ...rows.slice(half)]
    expect(hex(built(repeated)), `seed ${seed}, rows twice`).toBe(wanted)
  }
})

test('a root nobody opened here, opened here as something, or opened and empty makes no difference', () => {
  const rows = rowsOf(FIRST_SEED)
  const untouched = built(rows)
  const before = new Y.Doc()
  rootMap(before, 'products')
  notesRoot(before)
  before.getArray('list')
  before.getText('never filled')
  Y.applyUpdate(before, Y.mergeUpdates(rows))
  const after = built(rows)
  rootMap(after, 'products')
  notesRoot(after)
  rootMap(after, 'short')
  expect([...untouched.share.values()].every((root) => root.constructor === Y.AbstractType)).toBe(
    true,
  )
  expect([hex(before), hex(after)]).toEqual([hex(untouched), hex(untouched)])
  const emptied = built(rows)
  rootMap(emptied, 'short').set('x', 1)
  rootMap(emptied, 'short').delete('x')
  expect(hex(emptied)).toBe(hex(untouched))
})

test('what a reader could see differently has another hash', () => {
  const paragraph = (name: string, words: string, marks: Record<string, object>): Y.Doc => {
    const doc = new Y.Doc()
    const element = new Y.XmlElement(name)
    const text = new Y.XmlText()
    text.insert(0, words, marks)
    element.insert(0, [text])
    notesRoot(doc).insert(0, [element])
    return doc
  }
  const set = (key: string, value: unknown, root: 'fields' | 'meta' = 'fields'): Y.Doc => {
    const doc = new Y.Doc()
    rootMap(doc, root).set(key, value)
    return doc
  }
  const withAttribute = paragraph('heading', '灰', {})
  const heading = notesRoot(withAttribute).get(0)
  if (heading instanceof Y.XmlElement) heading.setAttribute('level', '2')
  const all = [
    new Y.Doc(),
    set('rush', 'rush'),
    set('rush', 'standard'),
    set('rush', 'rush', 'meta'),
    set('wantedBy', 'rush'),
    set('rush', null),
    set('rush', undefined),
    set('rush', 1n),
    set('rush', ['rush']),
    set('rush', { a: 1 }),
    paragraph('paragraph', '灰', {}),
    paragraph('heading', '灰', {}),
    withAttribute,
    paragraph('paragraph', '灰', { strong: {} }),
    paragraph('paragraph', '灰', { em: {} }),
    paragraph('paragraph', '', {}),
    paragraph('paragraph', '灰�', {}),
  ].map(hex)
  expect(new Set(all).size).toBe(all.length)
})

test('marks that change nothing, and the order in which keys were set, make no difference', () => {
  const text = (write: (text: Y.XmlText) => void): Y.Doc => {
    const doc = new Y.Doc()
    const made = new Y.XmlText('浅灰背景')
    notesRoot(doc).insert(0, [made])
    write(made)
    return doc
  }
  const bold = { strong: {} }
  const plain = hex(text(() => undefined))
  expect(
    hex(text((words) => (words.format(1, 2, bold), words.format(1, 2, { strong: null })))),
  ).toBe(plain)
  const stepwise = text((words) => (words.format(0, 2, bold), words.format(2, 2, bold)))
  expect(hex(stepwise)).toBe(hex(text((words) => words.format(0, 4, bold))))
  const keys = (...names: string[]): Y.Doc => {
    const doc = new Y.Doc()
    for (const name of names) rootMap(doc, 'fields').set(name, { [name]: 1, other: 2 })
    return doc
  }
  expect(hex(keys('a', 'b'))).toBe(hex(keys('b', 'a')))
})

test('the hash of a document is the same in every build, and stays', () => {
  const doc = new Y.Doc()
  rootMap(doc, 'fields').set('rush', 'rush')
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText('浅灰背景')])
  notesRoot(doc).insert(0, [element])
  expect(hex(doc)).toBe('092638bd42048a5d')
})
