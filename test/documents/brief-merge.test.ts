/** The table of what concurrent work must come to, as far as a brief's six fields go: each row is a test here. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'
import {
  chooseTitle,
  setRush,
  setTitle,
  setWantedBy,
  toggleTarget,
} from '#shared/documents/commands/brief-fields.ts'
import {
  addPoint,
  movePoint,
  removePoint,
  setPointText,
} from '#shared/documents/commands/brief-points.ts'
import {
  addProduct,
  removeProduct,
  setProductField,
} from '#shared/documents/commands/brief-products.ts'
import { importProducts, type ImportedProduct } from '#shared/documents/commands/import-products.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { notesRoot } from '#shared/documents/roots.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'
import { replicas, rowIds, sync } from './replicas.ts'

const docName = 'brief-00000000000000000000000000' as DocName

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

const cup = (sku: string, name: string): ImportedProduct => ({
  sku,
  name,
  category: '杯壶水具',
  handle: '',
  options: '',
  weightGrams: 262,
  key: `sku:${sku}`,
})

test('two people who edit different fields offline keep both', () => {
  const [a, b] = two()
  setTitle(a, '便携咖啡杯')
  setRush(a, 'rush')
  setWantedBy(b, '2026-12-01')
  toggleTarget(b, { platform: '-', market: 'DE', locale: 'de-DE' })
  sync(a, b)
  expect(same(a, b)).toMatchObject({
    title: '便携咖啡杯',
    rush: 'rush',
    wantedBy: '2026-12-01',
    targets: [{ platform: '-', market: 'DE', locale: 'de-DE' }],
    problems: [],
  })
})

test('two people who edit the same long text offline keep both, by position', () => {
  const [a, b] = two()
  const paragraph = new Y.XmlElement('paragraph')
  const start = new Y.XmlText('浅灰背景')
  paragraph.insert(0, [start])
  notesRoot(a).insert(0, [paragraph])
  sync(a, b)
  const textOf = (doc: Y.Doc): Y.XmlText => {
    const text = notesRoot(doc).firstChild
    const inside = text instanceof Y.XmlElement ? text.firstChild : null
    if (!(inside instanceof Y.XmlText)) throw new Error('a paragraph with text')
    return inside
  }
  textOf(a).insert(0, '注意：')
  textOf(b).insert(4, '，侧逆光')
  sync(a, b)
  expect(textOf(a).toString()).toBe('注意：浅灰背景，侧逆光')
  expect(textOf(b).toString()).toBe('注意：浅灰背景，侧逆光')
})

test('two people who set the same simple field offline end with one of the two, the same everywhere', () => {
  const [a, b] = two()
  setWantedBy(a, '2026-12-01')
  setWantedBy(b, '2026-12-24')
  sync(a, b)
  expect(['2026-12-01', '2026-12-24']).toContain(same(a, b).wantedBy)
})

test('two people who rewrite the same title offline are both kept until somebody chooses', () => {
  const [a, b] = two()
  setTitle(a, '咖啡杯')
  sync(a, b)
  setTitle(a, '便携咖啡杯')
  setTitle(b, '随行咖啡杯')
  sync(a, b)
  const brief = same(a, b)
  expect(brief.titleCandidates.map((one) => one.text).sort()).toEqual(['便携咖啡杯', '随行咖啡杯'])
  expect(brief.problems).toContainEqual({ code: 'choose-title' })
  const wanted = brief.titleCandidates.find((one) => one.text === '随行咖啡杯')
  expect(chooseTitle(a, wanted?.writer ?? '').ok).toBe(true)
  sync(a, b)
  expect(same(a, b)).toMatchObject({ title: '随行咖啡杯', problems: [] })
})

test('two people who reorder the same points offline: all moves apply, nothing is lost or doubled', () => {
  const [a, b] = two()
  const id = rowIds(3)
  const points = ['倒置不漏', '陶瓷内胆', '杯底 66 mm', '杯盖可拆'].map((text) => {
    const point = id()
    addPoint(a, point, text)
    return point
  })
  sync(a, b)
  const [first, second, , last] = points
  if (first === undefined || second === undefined || last === undefined)
    throw new Error('four points')
  movePoint(a, last, first)
  movePoint(b, second, null)
  sync(a, b)
  expect(same(a, b).points.map((point) => point.text)).toEqual([
    '杯盖可拆',
    '倒置不漏',
    '杯底 66 mm',
    '陶瓷内胆',
  ])
})

test('adding, removing and undoing on two devices loses, doubles and empties nothing', () => {
  const [a, b] = two()
  const id = rowIds(4)
  const [kept, removed, addedByB] = [id(), id(), id()]
  addProduct(a, kept, { sku: 'CUP-350', name: '350 ml' })
  addProduct(a, removed, { sku: 'CUP-500', name: '500 ml' })
  sync(a, b)
  const undo = createBriefUndo(a)
  removeProduct(a, removed)
  addProduct(b, addedByB, { sku: 'CUP-700', name: '700 ml' })
  sync(a, b)
  expect(same(a, b).products.map((product) => product.sku)).toEqual(['CUP-350', 'CUP-700'])
  undo.undo()
  sync(a, b)
  expect(
    same(a, b)
      .products.map((product) => [product.sku, product.name])
      .sort(),
  ).toEqual([
    ['CUP-350', '350 ml'],
    ['CUP-500', '500 ml'],
    ['CUP-700', '700 ml'],
  ])
})

test('a product taken back by its adder keeps what a colleague wrote in it', () => {
  const [a, b] = two()
  const id = rowIds(5)()
  const undo = createBriefUndo(a)
  addProduct(a, id, { sku: 'CUP-350', name: '350 ml' })
  sync(a, b)
  setProductField(b, id, { name: '350 ml 苔绿' })
  undo.undo()
  sync(a, b)
  expect(same(a, b).products.map((product) => product.name)).toEqual(['350 ml 苔绿'])
})

test('an edit to a product somebody removed meanwhile brings it back, whole', () => {
  const [a, b] = two()
  const id = rowIds(6)()
  addProduct(a, id, { sku: 'CUP-350', name: '350 ml', weightGrams: 262 })
  sync(a, b)
  removeProduct(a, id)
  setProductField(b, id, { name: '350 ml 苔绿' })
  sync(a, b)
  expect(same(a, b).products).toMatchObject([
    { sku: 'CUP-350', name: '350 ml 苔绿', weightGrams: 262 },
  ])
})

test('a second edit by somebody whose first one the remover knew brings the product back', () => {
  const [a, b] = two()
  const id = rowIds(9)()
  addProduct(a, id, { sku: 'CUP-350', name: '350 ml' })
  sync(a, b)
  setProductField(b, id, { name: '苔绿' })
  sync(a, b)
  removeProduct(a, id)
  setProductField(b, id, { name: '350 ml 苔绿' })
  sync(a, b)
  expect(same(a, b).products.map((product) => product.name)).toEqual(['350 ml 苔绿'])
})

test('an edit that loses to another edit still brings back a row removed by a third person', () => {
  const [a, b, c] = replicas(3)
  if (a === undefined || b === undefined || c === undefined) throw new Error('three replicas')
  for (const order of ['removes b’s', 'removes c’s']) {
    const id = rowIds(order.length)()
    addProduct(a, id, { name: '350 ml' })
    sync(a, b, c)
    setProductField(b, id, { name: '苔绿' })
    setProductField(c, id, { name: '沙色' })
    sync(a, order === 'removes b’s' ? b : c)
    removeProduct(a, id)
    sync(a, b, c)
    expect(
      same(a, b, c).products.some((product) => product.id === id),
      order,
    ).toBe(true)
  }
})

test('a removal with everything known stays a removal after restarts and further work elsewhere', () => {
  const [a, b] = two()
  const id = rowIds(7)
  const [gone, kept] = [id(), id()]
  addProduct(a, gone, { name: '350 ml' })
  sync(a, b)
  setProductField(b, gone, { name: '350 ml 苔绿' })
  sync(a, b)
  addProduct(b, kept, { name: '500 ml' })
  removeProduct(a, gone)
  sync(a, b)
  expect(same(a, b).products.map((product) => product.id)).toEqual([kept])
})

test('a point edited by one and removed by another comes back with the edit', () => {
  const [a, b] = two()
  const id = rowIds(8)()
  addPoint(a, id, '倒置不漏')
  sync(a, b)
  removePoint(a, id)
  setPointText(b, id, '倒置 30 秒不漏')
  sync(a, b)
  expect(same(a, b).points).toMatchObject([{ id, text: '倒置 30 秒不漏', order: 1 }])
})

test('two devices that import the same file offline have each product once', () => {
  const [a, b] = two()
  const rows = [
    cup('350', '苔绿'),
    cup('500', '炭黑'),
    { ...cup('', '试样'), key: 'handle:cup|Size=S', handle: 'cup', options: 'Size=S' },
  ]
  expect(importProducts(a, docName, rows)).toEqual({
    ok: true,
    value: { added: 3, updated: 0, unchanged: 0 },
  })
  importProducts(b, docName, rows)
  sync(a, b)
  expect(same(a, b).products.map((product) => product.name)).toEqual(['苔绿', '炭黑', '试样'])
  expect(same(a, b).problems).toEqual([])
  expect(importProducts(a, docName, rows)).toEqual({
    ok: true,
    value: { added: 0, updated: 0, unchanged: 3 },
  })
})
