/** The table of what concurrent work must come to, for the whole form: each row is a test here. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkId, limitRowId } from '#shared/domain/briefs/derived-ids.ts'
import type { ListName } from '#shared/domain/briefs/lists.ts'
import type { RowId } from '#shared/lib/ids.ts'
import {
  chooseSentence,
  meanExactly,
  setDetail,
  setKeywords,
  setSentence,
} from '#shared/documents/commands/brief-details.ts'
import {
  addLimit,
  addListRow,
  chooseDeliverable,
  moveListRow,
  removeListRow,
  setListRow,
  tickLimit,
} from '#shared/documents/commands/brief-lists.ts'
import { addPoint, setPointProof, setPointText } from '#shared/documents/commands/brief-points.ts'
import { putBack } from '#shared/documents/commands/put-back.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { readLostValues } from '#shared/documents/readers/lost-values.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'
import { replicas, rowIds, sync } from './replicas.ts'

function two(): [Y.Doc, Y.Doc] {
  const [a, b] = replicas(2)
  if (a === undefined || b === undefined) throw new Error('two replicas')
  return [a, b]
}

function same(...docs: Y.Doc[]): ReturnType<typeof readBrief> {
  const [first, ...rest] = docs.map(readBrief)
  if (first === undefined) throw new Error('nothing to compare')
  for (const other of rest) expect(other).toEqual(first)
  return first
}

const file = (letter: string, name: string) => ({
  id: letter.repeat(64),
  name,
  type: 'application/pdf',
  size: 12_000,
})

/** Three references, known to both. */
function threeReferences(a: Y.Doc, b: Y.Doc): [RowId, RowId, RowId] {
  const id = rowIds(3)
  const made = ['https://a.example', 'https://b.example', 'https://c.example'].map((address) => {
    const row = id()
    addListRow(a, 'references', row, { address })
    return row
  })
  sync(a, b)
  const [first, second, third] = made
  if (first === undefined || second === undefined || third === undefined) throw new Error('three')
  return [first, second, third]
}

test('two people who fill in different parts of the form offline keep all of it', () => {
  const [a, b] = two()
  const id = rowIds(1)
  setSentence(a, 'audience', '开车上班的人')
  setDetail(a, 'shoot', true)
  addListRow(a, 'facts', id(), { name: '容量', value: '473', unit: 'ml' })
  chooseDeliverable(a, 'main-image', true)
  setDetail(b, 'shootPlace', '室内桌面')
  setKeywords(b, { market: 'DE', locale: 'de-DE' }, { terms: 'becher\nthermobecher' })
  addListRow(b, 'terms', id(), { term: '保温杯', never: true, note: '部分市场是注册名称' })
  setDetail(b, 'designRules', 'from-scratch')
  sync(a, b)
  expect(same(a, b)).toMatchObject({
    sentences: { audience: { text: '开车上班的人' } },
    details: { shoot: true, shootPlace: '室内桌面', designRules: 'from-scratch' },
    facts: [{ name: '容量', value: '473', unit: 'ml', file: null }],
    deliverables: [{ id: 'main-image', quantity: 1, complexity: 'static' }],
    keywords: [{ market: 'DE', locale: 'de-DE', terms: ['becher', 'thermobecher'], source: '' }],
    terms: [{ term: '保温杯', never: true }],
    problems: [],
  })
})

test('two people who edit different cells of one row offline keep both', () => {
  const [a, b] = two()
  const [first] = threeReferences(a, b)
  setListRow(a, 'references', first, { learn: '学尺寸对比' })
  setListRow(b, 'references', first, { avoid: '避开满屏红字' })
  sync(a, b)
  expect(same(a, b).references[0]).toMatchObject({ learn: '学尺寸对比', avoid: '避开满屏红字' })
})

/** Each sets the same simple value its own way. */
const sameValue: readonly (readonly [string, (doc: Y.Doc, side: 0 | 1) => void])[] = [
  [
    'a simple field',
    (doc, side) => void setDetail(doc, 'videoAspect', side === 0 ? '9:16' : '1:1'),
  ],
  [
    'a cell of a list',
    (doc, side) =>
      void setListRow(doc, 'facts', rowIds(7)(), { value: side === 0 ? '473' : '350' }),
  ],
  [
    'the proof of a selling point',
    (doc, side) =>
      void setPointProof(doc, rowIds(7)(), { proof: side === 0 ? '测试 200 次' : '实测 12 款' }),
  ],
  [
    'a quantity',
    (doc, side) =>
      void setListRow(doc, 'deliverables', 'main-image' as RowId, { quantity: 2 + side }),
  ],
  [
    'the keywords of a market',
    (doc, side) =>
      void setKeywords(doc, { market: 'DE', locale: 'de-DE' }, { terms: `becher ${side}` }),
  ],
  [
    'the reason for a word',
    (doc, side) => void meanExactly(doc, checkId('short/tone', 'x', 'y'), `因为 ${side}`),
  ],
]

test.each(sameValue)(
  'two people who set %s offline end with one, and the other is offered back',
  (_, set) => {
    const [a, b] = replicas(2).map((doc) => {
      const whole = new Y.Doc({ gc: false })
      whole.clientID = doc.clientID
      return whole
    })
    if (a === undefined || b === undefined) throw new Error('two replicas')
    const row = rowIds(7)()
    addListRow(a, 'facts', row, { name: '容量' })
    addPoint(a, row, '单手开盖')
    chooseDeliverable(a, 'main-image', true)
    sync(a, b)
    set(a, 0)
    set(b, 1)
    sync(a, b)
    const before = same(a, b)
    const [lost, ...others] = readLostValues(a, (client) => `${client}`)
    expect(others).toEqual([])
    if (lost === undefined) throw new Error('nothing is offered back')
    putBack(a, lost)
    sync(a, b)
    expect(same(a, b)).not.toEqual(before)
    expect(readLostValues(a, (client) => `${client}`).map(({ value }) => value)).not.toContain(
      lost.value,
    )
  },
)

test('two people who rewrite the same sentence offline are both kept until somebody chooses', () => {
  const [a, b] = two()
  setSentence(a, 'tone', '浅灰底')
  sync(a, b)
  setSentence(a, 'tone', '浅灰底，左侧柔光')
  setSentence(b, 'tone', '暖木桌面')
  sync(a, b)
  const brief = same(a, b)
  expect(brief.sentences.tone.candidates.map(({ text }) => text).sort()).toEqual([
    '暖木桌面',
    '浅灰底，左侧柔光',
  ])
  expect(brief.problems).toContainEqual({ code: 'choose-sentence', sentence: 'tone' })
  const wanted = brief.sentences.tone.candidates.find(({ text }) => text === '暖木桌面')
  expect(chooseSentence(b, 'tone', wanted?.writer ?? '').ok).toBe(true)
  sync(a, b)
  expect(same(a, b)).toMatchObject({ sentences: { tone: { text: '暖木桌面' } }, problems: [] })
})

test('a proof stays with its point while the point is rewritten by somebody else', () => {
  const [a, b] = two()
  const id = rowIds(2)()
  addPoint(a, id, '保冷')
  sync(a, b)
  setPointProof(a, id, { proof: '24 小时后 8.6 ℃', proofFile: file('a', 'cold.xlsx') })
  setPointText(b, id, '装冰水 24 小时后仍低于 10 ℃')
  sync(a, b)
  expect(same(a, b)).toMatchObject({
    points: [{ text: '装冰水 24 小时后仍低于 10 ℃', proof: '24 小时后 8.6 ℃' }],
    files: { ['a'.repeat(64)]: { name: 'cold.xlsx', size: 12_000 } },
  })
})

test('two people who reorder the same list offline: all moves apply, nothing is lost or doubled', () => {
  const [a, b] = two()
  const [first, second, third] = threeReferences(a, b)
  moveListRow(a, 'references', third, first)
  moveListRow(b, 'references', second, null)
  sync(a, b)
  expect(same(a, b).references.map(({ id }) => id)).toEqual([third, first, second])
})

test('an edit to a row somebody removed meanwhile brings it back, whole', () => {
  const [a, b] = two()
  const [first] = threeReferences(a, b)
  removeListRow(a, 'references', first)
  setListRow(b, 'references', first, { learn: '学拆解图' })
  sync(a, b)
  expect(same(a, b).references[0]).toMatchObject({
    address: 'https://a.example',
    learn: '学拆解图',
  })
})

test('adding, removing and undoing in a list on two devices loses, doubles and empties nothing', () => {
  const [a, b] = two()
  const [first, second, third] = threeReferences(a, b)
  const undo = createBriefUndo(a)
  removeListRow(a, 'references', first)
  removeListRow(b, 'references', second)
  sync(a, b)
  undo.undo()
  sync(a, b)
  expect(same(a, b).references.map(({ id }) => id)).toEqual([first, third])
})

test('a deliverable that two people choose offline is chosen once, and a quantity one of them sets stands', () => {
  const [a, b] = two()
  chooseDeliverable(a, 'secondary-image', true)
  chooseDeliverable(b, 'secondary-image', true)
  setListRow(a, 'deliverables', 'secondary-image' as RowId, { quantity: 6 })
  sync(a, b)
  expect(same(a, b).deliverables).toEqual([
    { id: 'secondary-image', quantity: 6, complexity: 'static' },
  ])
})

test('a deliverable let go and chosen again is there once; one let go while another sets it comes back', () => {
  const [a, b] = two()
  chooseDeliverable(a, 'main-image', true)
  sync(a, b)
  chooseDeliverable(a, 'main-image', false)
  setListRow(b, 'deliverables', 'main-image' as RowId, { quantity: 2 })
  sync(a, b)
  expect(same(a, b).deliverables).toEqual([{ id: 'main-image', quantity: 2, complexity: 'static' }])
  chooseDeliverable(a, 'main-image', false)
  chooseDeliverable(a, 'main-image', true)
  sync(a, b)
  expect(same(a, b).deliverables).toEqual([{ id: 'main-image', quantity: 1, complexity: 'static' }])
})

test('a usual limit that people tick and write offline is there once', () => {
  const [a, b] = two()
  tickLimit(a, 'LFGB', true)
  tickLimit(b, 'LFGB', true)
  addLimit(b, rowIds(1)(), 'LFGB', false)
  sync(a, b)
  expect(same(a, b).limits).toEqual([{ id: limitRowId('LFGB'), text: 'LFGB', claim: false }])
})

test.each<ListName>(['facts', 'terms', 'photos'])(
  'the history of both devices undoes only its own rows of %s',
  (list) => {
    const [a, b] = two()
    const id = rowIds(5)
    const [ofA, ofB] = [id(), id()]
    const undo = createBriefUndo(a)
    addListRow(a, list, ofA, {})
    addListRow(b, list, ofB, {})
    sync(a, b)
    undo.undo()
    sync(a, b)
    const rows: readonly { readonly id: string }[] = same(a, b)[list]
    expect(rows.map((row) => row.id)).toEqual([ofB])
  },
)
