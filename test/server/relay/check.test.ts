import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { limits } from '#shared/protocol/limits.ts'
import type { Restored } from '#server/relay/authors.ts'
import { createTable, isWhole, readerOf, type Table } from './check-table.ts'

const COLLEAGUE = 1
const ATTACKER = 2
const OTHER = 3

function written(client: number, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}

type Part = readonly ['gc' | 'skip' | 'text', number]
/** An update written by hand: sections of [client, first clock, parts], and delete ranges. */
function handmade(
  sections: readonly (readonly [number, number, readonly Part[]])[],
  deletes: readonly (readonly [number, number, number])[] = [],
): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, sections.length)
  for (const [client, clock, parts] of sections) {
    encoding.writeVarUint(out, parts.length)
    encoding.writeVarUint(out, client)
    encoding.writeVarUint(out, clock)
    for (const [kind, length] of parts) {
      encoding.writeUint8(out, kind === 'gc' ? 0 : kind === 'skip' ? 10 : 4)
      if (kind !== 'text') encoding.writeVarUint(out, length)
      else {
        encoding.writeVarUint(out, 1)
        encoding.writeVarString(out, 'text')
        encoding.writeVarString(out, 'x'.repeat(length))
      }
    }
  }
  encoding.writeVarUint(out, deletes.length)
  for (const [client, clock, length] of deletes) {
    encoding.writeVarUint(out, client)
    encoding.writeVarUint(out, 1)
    encoding.writeVarUint(out, clock)
    encoding.writeVarUint(out, length)
  }
  return encoding.toUint8Array(out)
}

/** A document in which the colleague, client 100, has written ten characters. */
function afterColleague() {
  const table = createTable()
  expect(
    table.take(
      written(100, (doc) => doc.getText('text').insert(0, '0123456789')),
      COLLEAGUE,
    ),
  ).toBe('stored')
  return table
}

test('the 13-byte poison under a colleague’s clientID is refused and takes no effect after the colleague returns', () => {
  const table = afterColleague()
  const poison = handmade([[100, 10, [['gc', 2 ** 40]]]])
  expect(table.take(poison, ATTACKER)).toBe('client-of-another-device')
  expect(table.take(handmade([[100, 10, [['gc', 1]]]]), ATTACKER)).toBe('client-of-another-device')
  const colleague = readerOf(table.rows)
  colleague.clientID = 100
  const before = Y.encodeStateVector(colleague)
  colleague.getText('text').insert(10, '!')
  expect(table.take(Y.encodeStateAsUpdate(colleague, before), COLLEAGUE)).toBe('stored')
  expect(readerOf(table.rows).getText('text').toString()).toBe('0123456789!')
})

test.each([
  [
    'a struct overlapping what the colleague wrote',
    handmade([[100, 0, [['gc', 2 ** 40]]]]),
    'client-of-another-device',
  ],
  ['a shorter one', handmade([[100, 5, [['gc', 6]]]]), 'client-of-another-device'],
  [
    'a skip, then a struct',
    handmade([
      [
        100,
        10,
        [
          ['skip', 5],
          ['gc', 1],
        ],
      ],
    ]),
    'gap',
  ],
  [
    'a skip over what is known, then a struct',
    handmade([
      [
        100,
        0,
        [
          ['skip', 10],
          ['gc', 1],
        ],
      ],
    ]),
    'client-of-another-device',
  ],
  [
    'a length beyond what numbers hold',
    handmade([[100, 10, [['gc', Number.MAX_SAFE_INTEGER]]]]),
    'malformed',
  ],
  ['deleting beyond what is known', handmade([], [[100, 10, 1]]), 'gap'],
  ['deleting across the end', handmade([], [[100, 5, 6]]), 'gap'],
  ['deleting of an unknown author', handmade([], [[999, 0, 1]]), 'gap'],
  ['an own author far too long', handmade([[200, 0, [['gc', 2 ** 40]]]]), 'too-large'],
  [
    'an own author one too long',
    handmade([[200, 0, [['gc', limits.clientClock + 1]]]]),
    'too-large',
  ],
  ['nothing as a struct', handmade([[200, 0, [['gc', 0]]]]), 'malformed'],
  ['an empty text', handmade([[200, 0, [['text', 0]]]]), 'malformed'],
  ['an own author with a gap', handmade([[200, 1, [['gc', 1]]]]), 'gap'],
  ['an author that is no clientID', handmade([[2 ** 32, 0, [['gc', 1]]]]), 'malformed'],
  [
    'one author twice',
    handmade([
      [200, 0, [['gc', 1]]],
      [200, 1, [['gc', 1]]],
    ]),
    'malformed',
  ],
  [
    'authors out of order',
    handmade([
      [200, 0, [['gc', 1]]],
      [201, 0, [['gc', 1]]],
    ]),
    'malformed',
  ],
  [
    'an author without anything',
    handmade([
      [201, 0, [['gc', 1]]],
      [200, 0, []],
    ]),
    'malformed',
  ],
  [
    'half an update',
    written(200, (doc) => doc.getText('text').insert(0, 'abc')).slice(0, 8),
    'malformed',
  ],
  ['no bytes', new Uint8Array(0), 'malformed'],
])('%s is refused', (_, bytes, refusal) => {
  const table = afterColleague()
  expect(table.take(bytes, ATTACKER)).toBe(refusal)
  expect(table.rows).toHaveLength(1)
  expect(table.authors.size).toBe(1)
})

test('an id somebody has open cannot be bound by another device', () => {
  const table = createTable(new Map([[300, COLLEAGUE]]))
  const bytes = written(300, (doc) => doc.getText('text').insert(0, 'a'))
  expect(table.take(bytes, ATTACKER)).toBe('client-of-another-device')
  expect(table.take(bytes, COLLEAGUE)).toBe('stored')
})

test('an author may be as long as the limit, and not one longer', () => {
  const table = createTable()
  expect(table.take(handmade([[200, 0, [['gc', limits.clientClock]]]]), ATTACKER)).toBe('stored')
  expect(table.take(handmade([[200, limits.clientClock, [['gc', 1]]]]), ATTACKER)).toBe('too-large')
})

test('an update may bring as many new authors as the limit, and not one more', () => {
  const bring = (count: number) =>
    handmade(Array.from({ length: count }, (_, i) => [900 - i, 0, [['gc', 1]]] as const))
  expect(createTable().take(bring(limits.newClientsPerUpdate + 1), ATTACKER)).toBe(
    'too-many-authors',
  )
  expect(createTable().take(bring(limits.newClientsPerUpdate), ATTACKER)).toBe('stored')
})

test('a subdocument is refused', () => {
  const bytes = written(200, (doc) => doc.getMap('m').set('sub', new Y.Doc()))
  expect(createTable().take(bytes, ATTACKER)).toBe('subdocument')
})

test('two authors that wait for each other are refused, in order they are not', () => {
  const one = new Y.Doc()
  one.clientID = 500
  one.getText('text').insert(0, 'ab')
  const two = readerOf([Y.encodeStateAsUpdate(one)])
  two.clientID = 400
  two.getText('text').insert(1, 'x')
  const both = Y.encodeStateAsUpdate(two)
  expect(createTable().take(both, ATTACKER)).toBe('stored')
  const alone = createTable()
  expect(alone.take(Y.encodeStateAsUpdate(two, Y.encodeStateVector(one)), ATTACKER)).toBe('gap')
})

test('of a partly known update only the difference is stored, and of a known one nothing', () => {
  const table = createTable()
  const doc = new Y.Doc()
  doc.clientID = 100
  doc.getText('text').insert(0, 'abc')
  expect(table.take(Y.encodeStateAsUpdate(doc), COLLEAGUE)).toBe('stored')
  doc.getText('text').insert(3, 'def')
  const whole = Y.encodeStateAsUpdate(doc)
  expect(table.take(whole, COLLEAGUE)).toBe('stored')
  expect(
    Y.decodeUpdate(table.rows[1] ?? new Uint8Array()).structs.map(({ id, length }) => [
      id.clock,
      length,
    ]),
  ).toEqual([[3, 3]])
  expect(table.take(whole, ATTACKER)).toBe('nothing-new')
  expect(readerOf(table.rows).getText('text').toString()).toBe('abcdef')
})

/** What a colleague wrote after the backup, and the table as the backup had it. */
function afterRestore(restored: Restored): { table: Table; lost: Uint8Array } {
  const table = afterColleague()
  const colleague = readerOf(table.rows)
  colleague.clientID = 100
  const known = table.authors.get(100)
  if (known === undefined) throw new Error('no colleague')
  table.authors.set(100, { ...known, restored })
  colleague.getText('text').insert(10, '!')
  return { table, lost: Y.encodeStateAsUpdate(colleague, table.vector()) }
}

test('while recovering a colleague may bring what another device had lost, and only then', () => {
  const { table, lost } = afterRestore('awaited')
  expect(table.take(lost, ATTACKER)).toBe('client-of-another-device')
  expect(table.take(lost, ATTACKER, true)).toBe('stored')
  expect(table.authors.get(100)).toEqual({ device: COLLEAGUE, next: 11, restored: 'awaited' })
  expect(isWhole(readerOf(table.rows))).toBe(true)
})

test('an author whose own device has written since the restore is closed to all others', () => {
  const { table, lost } = afterRestore('awaited')
  expect(table.take(lost, COLLEAGUE, true)).toBe('stored')
  expect(table.authors.get(100)).toEqual({ device: COLLEAGUE, next: 11, restored: 'returned' })
  const forged = readerOf(table.rows)
  forged.clientID = 100
  forged.getText('text').insert(0, 'forged')
  const more = Y.encodeStateAsUpdate(forged, table.vector())
  expect(table.take(more, ATTACKER, true)).toBe('client-of-another-device')
  const { table: loaded, lost: late } = afterRestore('returned')
  expect(loaded.take(late, ATTACKER, true)).toBe('client-of-another-device')
})

test('an author the backup did not know belongs to the device that has it open, whoever brought it', () => {
  const reserved = new Map<number, number>()
  const table = createTable(reserved)
  const doc = new Y.Doc()
  doc.clientID = 100
  const typed = (): Uint8Array => {
    const before = Y.encodeStateVector(doc)
    doc.getText('text').insert(0, 'x')
    return Y.encodeStateAsUpdate(doc, before)
  }
  expect(table.take(typed(), ATTACKER, true)).toBe('stored')
  expect(table.take(typed(), OTHER, true)).toBe('stored')
  expect(table.authors.get(100)).toEqual({ device: ATTACKER, next: 2, restored: 'brought' })
  reserved.set(100, COLLEAGUE)
  expect(table.take(typed(), COLLEAGUE, true)).toBe('stored')
  expect(table.authors.get(100)).toEqual({ device: COLLEAGUE, next: 3, restored: 'returned' })
  expect(table.take(typed(), ATTACKER, true)).toBe('client-of-another-device')
})

test('a value nested so deep that no one could write it again is malformed, in every place a value can stand', () => {
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
  // Content refs of Yjs updates: 5 embed (JSON text), 6 format (key, JSON text), 2 JSON array (count, JSON texts).
  const places: readonly ((out: encoding.Encoder) => void)[] = [
    (out) => (encoding.writeUint8(out, 5), head(out), encoding.writeVarString(out, deep)),
    (out) => (
      encoding.writeUint8(out, 6),
      head(out),
      encoding.writeVarString(out, 'bold'),
      encoding.writeVarString(out, deep)
    ),
    (out) => (
      encoding.writeUint8(out, 2),
      head(out),
      encoding.writeVarUint(out, 1),
      encoding.writeVarString(out, deep)
    ),
  ]
  for (const place of places) {
    const out = encoding.createEncoder()
    for (const value of [1, 1, 7, 0]) encoding.writeVarUint(out, value)
    place(out)
    encoding.writeVarUint(out, 0)
    const table = createTable()
    expect(table.take(encoding.toUint8Array(out), ATTACKER)).toBe('malformed')
  }
})

/** A parent by its root's name. */
function head(out: encoding.Encoder): void {
  encoding.writeVarUint(out, 1)
  encoding.writeVarString(out, 'text')
}
