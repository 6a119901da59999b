import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { depthsOf } from '#server/relay/stored-depths.ts'
import { depthAt, type Depths } from '#server/relay/type-depths.ts'
import { limits } from '#shared/protocol/limits.ts'
import { createTable, stored, type Table } from './check-table.ts'
import { edit } from './frames.ts'
import { deeper, nested } from './nesting.ts'

const MEI = 1
const LIN = 2

/** The depth of every clock of every author, as a Y.Doc that keeps everything has it. */
function depthsIn(doc: Y.Doc): Map<string, number> {
  const found = new Map<string, number>()
  for (const [client, structs] of doc.store.clients) {
    for (const struct of structs) {
      let depth = 0
      let type = struct instanceof Y.Item ? struct.parent : null
      for (; type instanceof Y.AbstractType && type._item !== null; type = type._item.parent)
        depth += 1
      for (let clock = struct.id.clock; clock < struct.id.clock + struct.length; clock += 1)
        found.set(`${client} ${clock}`, depth)
    }
  }
  return found
}

const asKnown = (depths: Depths, like: ReadonlyMap<string, number>): Map<string, number> =>
  new Map(
    Array.from(like.keys(), (key) => {
      const [client = 0, clock = 0] = key.split(' ').map(Number)
      return [key, depthAt(depths.get(client), clock)]
    }),
  )

interface Step {
  readonly who: number
  readonly act: 'text' | 'child' | 'beside' | 'field' | 'delete' | 'receive'
  readonly at: number
}
const steps = fc.array(
  fc.record({
    who: fc.nat(2),
    act: fc.constantFrom('text', 'child', 'child', 'beside', 'field', 'delete', 'receive'),
    at: fc.nat(30),
  } satisfies { [key in keyof Step]: fc.Arbitrary<Step[key]> }),
  { maxLength: 60 },
)

/** Every array, fragment and map that is in the document, roots first. */
function arraysOf(doc: Y.Doc): Y.Array<unknown>[] {
  const all: Y.Array<unknown>[] = [doc.getArray('list')]
  for (const one of all)
    for (const value of one.toArray()) if (value instanceof Y.Array) all.push(value)
  return all
}

function act(doc: Y.Doc, { act: what, at }: Step): void {
  const arrays = arraysOf(doc)
  const list = arrays[at % arrays.length] ?? doc.getArray('list')
  const place = at % (list.length + 1)
  if (what === 'text') list.insert(place, ['a', 'b', 'c'])
  else if (what === 'child') list.insert(place, [new Y.Array()])
  else if (what === 'beside') list.insert(place, [new Y.Array(), 'x', Y.Array.from([1, 2])])
  else if (what === 'field') doc.getMap('m').set(`${at % 3}`, new Y.Map([['k', new Y.Map()]]))
  else if (list.length > 0) list.delete(at % list.length, 1)
}

test('the depths found update by update, and read again from the rows, are those of a Y.Doc', () => {
  fc.assert(
    fc.property(steps, fc.boolean(), (taken, isMerged) => {
      const table = createTable()
      const seen = [0, 0, 0]
      const docs = seen.map((_, i) => {
        const doc = new Y.Doc({ gc: false })
        doc.clientID = 100 + i
        return doc
      })
      const receive = (who: number): void => {
        for (const row of table.rows.slice(seen[who])) Y.applyUpdate(docs[who] ?? new Y.Doc(), row)
        seen[who] = table.rows.length
      }
      for (const step of taken) {
        const doc = docs[step.who]
        if (doc === undefined) continue
        if (step.act === 'receive') receive(step.who)
        else
          expect(
            table.take(
              edit(doc, () => act(doc, step)),
              step.who,
            ),
          ).not.toBe('gap')
      }
      const whole = new Y.Doc({ gc: false })
      for (const row of table.rows) Y.applyUpdate(whole, row)
      const truth = depthsIn(whole)
      expect(asKnown(table.depths, truth)).toEqual(truth)
      const rows = isMerged ? [Y.encodeStateAsUpdate(whole)] : table.rows
      expect(asKnown(depthsOf(stored(rows)), truth)).toEqual(truth)
    }),
    { numRuns: 300 },
  )
})

test('nested types as deep as the limit are taken, one level more is malformed', () => {
  expect(createTable().take(nested(limits.typeDepth + 1), MEI)).toBe('stored')
  expect(createTable().take(nested(limits.typeDepth + 2), MEI)).toBe('malformed')
  expect(createTable().take(nested(5_000), MEI)).toBe('malformed')
})

/** Takes a level after the other, each by the next of the writers, until one is refused. */
function levelsTaken(table: Table, writers: readonly number[], change = deeper): number {
  const docs = writers.map((_, i) => {
    const doc = new Y.Doc()
    doc.clientID = 500 + i
    return doc
  })
  for (let level = 0; level < 2 * limits.typeDepth; level += 1) {
    const doc = docs[level % docs.length] ?? new Y.Doc()
    for (const row of table.rows) Y.applyUpdate(doc, row)
    const verdict = table.take(
      edit(doc, () => change(doc)),
      writers[level % writers.length] ?? MEI,
    )
    if (verdict === 'malformed') return level
    expect(verdict).toBe('stored')
  }
  return Infinity
}

test('levels built one by one end at the limit, by one author or by two', () => {
  expect(levelsTaken(createTable(), [MEI])).toBe(limits.typeDepth + 1)
  expect(levelsTaken(createTable(), [MEI, LIN])).toBe(limits.typeDepth + 1)
})

test('a level whose parent is told only by its neighbour counts, left or right of it', () => {
  // Each level is put beside a text: its parent is not written, it follows from the origin.
  const before = (doc: Y.Doc): void => innermost(doc).insert(0, ['x', new Y.Array()])
  const beside = (isLeft: boolean) => (doc: Y.Doc) => {
    const list = innermost(doc)
    if (list.length === 0) list.insert(0, ['x'])
    doc.transact(() => list.insert(isLeft ? 0 : 1, [new Y.Array()]))
  }
  expect(levelsTaken(createTable(), [MEI, LIN], before)).toBe(limits.typeDepth + 1)
  expect(levelsTaken(createTable(), [MEI, LIN], beside(true))).toBe(limits.typeDepth + 1)
  expect(levelsTaken(createTable(), [MEI, LIN], beside(false))).toBe(limits.typeDepth + 1)
})

function innermost(doc: Y.Doc): Y.Array<unknown> {
  return arraysOf(doc).at(-1) ?? doc.getArray('list')
}

test('a rest that says it stands in a root is counted where its known part stands', () => {
  const table = createTable()
  const deep = new Y.Doc()
  deep.clientID = 500
  for (let level = 0; level < limits.typeDepth; level += 1) deeper(deep)
  innermost(deep).insert(0, ['a'])
  expect(table.take(Y.encodeStateAsUpdate(deep), MEI)).toBe('stored')
  // The same clocks again, said to be in a root, with one more behind them.
  const known = table.authors.get(500)?.next ?? 0
  const out = encoding.createEncoder()
  for (const value of [1, 1, 500, known - 1, 8, 1]) encoding.writeVarUint(out, value)
  encoding.writeVarString(out, 'list')
  encoding.writeVarUint(out, 2)
  encoding.writeAny(out, 'a')
  encoding.writeAny(out, 'b')
  encoding.writeVarUint(out, 0)
  expect(table.take(encoding.toUint8Array(out), MEI)).toBe('stored')
  expect(depthAt(table.depths.get(500), known)).toBe(limits.typeDepth)
})

test('thousands of authors that wait for each other are placed in one pass, and a ring of them is a gap', () => {
  const AUTHORS = 20_000
  const chain = (isRing: boolean): Uint8Array => {
    const out = encoding.createEncoder()
    encoding.writeVarUint(out, AUTHORS)
    for (let i = AUTHORS - 1; i >= 0; i -= 1) {
      for (const value of [1, 1_000 + i, 1]) encoding.writeVarUint(out, value)
      const to = i > 0 ? i - 1 : isRing ? AUTHORS - 1 : null
      encoding.writeUint8(out, to === null ? 4 : 0x84)
      if (to === null) encoding.writeVarUint(out, 1)
      if (to === null) encoding.writeVarString(out, 'text')
      else for (const value of [1_000 + to, 1]) encoding.writeVarUint(out, value)
      encoding.writeVarString(out, 'x')
    }
    encoding.writeVarUint(out, 0)
    return encoding.toUint8Array(out)
  }
  const table = createTable()
  for (let i = 0; i < AUTHORS; i += 1) table.authors.set(1_000 + i, { device: MEI, next: 1 })
  expect(table.take(chain(true), MEI)).toBe('gap')
  expect(table.take(chain(false), MEI)).toBe('stored')
})

test('flat documents keep no depths, and a long text in a paragraph one run', () => {
  const table = createTable()
  const doc = new Y.Doc()
  doc.clientID = 9
  for (let i = 0; i < 50; i += 1)
    table.take(
      edit(doc, () => doc.getMap('fields').set(`${i}`, i)),
      MEI,
    )
  expect(table.depths.size).toBe(0)
  const text = new Y.XmlText()
  table.take(
    edit(doc, () => doc.getXmlFragment('notes').insert(0, [text])),
    MEI,
  )
  for (let i = 0; i < 200; i += 1)
    table.take(
      edit(doc, () => text.insert(i, 'a')),
      MEI,
    )
  expect(table.depths.get(9)).toEqual([51, 1])
})

test('long rich notes with lists nested twenty deep are never refused', () => {
  const table = createTable()
  const doc = new Y.Doc()
  const notes = doc.getXmlFragment('notes')
  const paragraph = (words: string): Y.XmlElement => {
    const one = new Y.XmlElement('paragraph')
    one.insert(0, [new Y.XmlText(words)])
    return one
  }
  const list = (depth: number): Y.XmlElement => {
    const [all, item] = [new Y.XmlElement('bullet_list'), new Y.XmlElement('list_item')]
    item.insert(0, depth > 1 ? [paragraph('夏季'), list(depth - 1)] : [paragraph('linen')])
    all.insert(0, [item])
    return all
  }
  const write = (change: () => void): void =>
    expect(table.take(edit(doc, change), MEI)).toBe('stored')
  for (let i = 0; i < 3_000; i += 1)
    write(() => notes.insert(i % 7 === 0 ? 0 : notes.length, [paragraph(`${i}`)]))
  for (let i = 0; i < 20; i += 1) write(() => notes.insert(i, [list(20)]))
  for (let i = 0; i < 500; i += 1) {
    const one = notes.get(20 + i)
    const text = one instanceof Y.XmlElement ? one.get(0) : null
    if (!(text instanceof Y.XmlText)) continue
    write(() => text.insert(0, 'more '))
    write(() => text.format(0, 4, { strong: {} }))
    // As y-prosemirror splits a paragraph: the rest leaves, and comes again in a new one.
    write(() => {
      text.delete(2, 2)
      notes.insert(20 + i, [paragraph('re')])
    })
  }
})
