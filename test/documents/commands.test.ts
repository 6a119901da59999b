import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import {
  chooseTitle,
  setRush,
  setTitle,
  setWantedBy,
  toggleTarget,
} from '#shared/documents/commands/brief-fields.ts'
import {
  addPoint,
  choosePointText,
  movePoint,
  removePoint,
  setPointText,
} from '#shared/documents/commands/brief-points.ts'
import {
  addProduct,
  moveProduct,
  removeProduct,
  setProductField,
} from '#shared/documents/commands/brief-products.ts'
import { importProducts, type ImportedProduct } from '#shared/documents/commands/import-products.ts'
import { LocalChange } from '#shared/documents/commands/local-change.ts'
import { readBrief, summariseBrief } from '#shared/documents/readers/read-brief.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'
import { rowIds } from './replicas.ts'

const docName = 'brief-00000000000000000000000000' as DocName
const sheet = (count: number, from = 0): ImportedProduct[] =>
  Array.from({ length: count }, (_, index) => {
    const sku = `CUP-${from + index}`
    return {
      sku,
      name: `杯 ${from + index}`,
      category: '杯壶',
      handle: '',
      options: '',
      weightGrams: 262,
      key: `sku:${sku}`,
    }
  })

test('every command is one transaction whose origin names it', () => {
  const doc = new Y.Doc()
  const id = rowIds(1)
  const [point, other, product] = [id(), id(), id()]
  const origins: unknown[] = []
  doc.on('update', (_bytes: Uint8Array, origin: unknown) => origins.push(origin))
  setTitle(doc, '咖啡杯')
  setWantedBy(doc, '2026-12-01')
  setRush(doc, 'rush')
  toggleTarget(doc, { platform: '-', market: 'DE', locale: 'de-DE' })
  addPoint(doc, point, '不漏')
  addPoint(doc, other, '好洗', point)
  setPointText(doc, point, '倒置不漏')
  movePoint(doc, other, null)
  removePoint(doc, other)
  addProduct(doc, product, { name: '350 ml' })
  setProductField(doc, product, { sku: 'CUP-350', weightGrams: 262 })
  importProducts(doc, docName, sheet(3))
  moveProduct(doc, product, null)
  removeProduct(doc, product)
  expect(origins.every((origin) => origin instanceof LocalChange)).toBe(true)
  expect(origins.map((origin) => (origin instanceof LocalChange ? origin.command : ''))).toEqual([
    'setTitle',
    'setWantedBy',
    'setRush',
    'toggleTarget',
    'addPoint',
    'addPoint',
    'setPointText',
    'movePoint',
    'removePoint',
    'addProduct',
    'setProductField',
    'importProducts',
    'moveProduct',
    'removeProduct',
  ])
  expect(summariseBrief(doc)).toEqual({
    kind: 'brief',
    title: '咖啡杯',
    chooseTitle: false,
    products: 3,
    markets: ['DE'],
    wantedBy: '2026-12-01',
    rush: 'rush',
  })
})

test('a command that would change nothing writes nothing', () => {
  const doc = new Y.Doc()
  const id = rowIds(2)
  const [point, product, nobody] = [id(), id(), id()]
  const target = { platform: '-', market: 'DE', locale: 'de-DE' }
  setTitle(doc, '杯')
  setWantedBy(doc, '2026-12-01')
  setRush(doc, 'rush')
  toggleTarget(doc, target, true)
  addPoint(doc, point, '不漏')
  addProduct(doc, product, { name: '350 ml' })
  const before = Y.encodeStateVector(doc)
  setTitle(doc, ' 杯 ')
  setWantedBy(doc, '2026-12-01')
  setRush(doc, 'rush')
  toggleTarget(doc, target, true)
  setPointText(doc, point, '不漏')
  setProductField(doc, product, { name: '350 ml' })
  movePoint(doc, nobody, null)
  movePoint(doc, point, point)
  removePoint(doc, nobody)
  removeProduct(doc, nobody)
  expect(chooseTitle(doc, 'nobody')).toEqual({ ok: false, refusal: { code: 'no-such-candidate' } })
  expect(choosePointText(doc, point, 'nobody')).toEqual({
    ok: false,
    refusal: { code: 'no-such-candidate' },
  })
  expect(Y.encodeStateVector(doc)).toEqual(before)
})

test('texts at their limit are taken, one above is refused and nothing is written', () => {
  const doc = new Y.Doc()
  const id = rowIds(3)
  const long = (length: number): string => 'x'.repeat(length)
  expect(setTitle(doc, long(limits.titleCharacters)).ok).toBe(true)
  expect(addPoint(doc, id(), long(limits.pointCharacters)).ok).toBe(true)
  expect(addProduct(doc, id(), { name: long(limits.cellCharacters) }).ok).toBe(true)
  const before = Y.encodeStateVector(doc)
  expect(setTitle(doc, long(limits.titleCharacters + 1))).toEqual({
    ok: false,
    refusal: {
      code: 'too-long',
      field: 'title',
      length: limits.titleCharacters + 1,
      limit: limits.titleCharacters,
    },
  })
  expect(addPoint(doc, id(), long(limits.pointCharacters + 1))).toMatchObject({
    refusal: { code: 'too-long' },
  })
  expect(setPointText(doc, id(), long(limits.pointCharacters + 1))).toMatchObject({
    refusal: { code: 'too-long' },
  })
  expect(addProduct(doc, id(), { sku: long(limits.cellCharacters + 1) })).toMatchObject({
    refusal: { field: 'sku' },
  })
  expect(addProduct(doc, id(), { weightGrams: -1 })).toEqual({
    ok: false,
    refusal: { code: 'not-a-weight' },
  })
  expect(setWantedBy(doc, '2026-02-30')).toEqual({ ok: false, refusal: { code: 'not-a-date' } })
  expect(toggleTarget(doc, { platform: '-', market: 'Germany', locale: 'de' })).toEqual({
    ok: false,
    refusal: { code: 'not-a-target' },
  })
  expect(Y.encodeStateVector(doc)).toEqual(before)
})

test('a brief holds its number of points and targets and refuses the next', () => {
  const doc = new Y.Doc()
  const id = rowIds(4)
  for (let index = 0; index < limits.pointsPerBrief; index += 1)
    expect(addPoint(doc, id(), `${index}`).ok).toBe(true)
  expect(addPoint(doc, id(), 'x')).toEqual({
    ok: false,
    refusal: { code: 'too-many-points', limit: limits.pointsPerBrief },
  })
  for (let index = 0; index < limits.targetsPerBrief; index += 1) {
    expect(toggleTarget(doc, { platform: `p${index}`, market: 'DE', locale: 'de-DE' }).ok).toBe(
      true,
    )
  }
  expect(toggleTarget(doc, { platform: 'x', market: 'DE', locale: 'de-DE' })).toMatchObject({
    refusal: { code: 'too-many-targets' },
  })
  expect(toggleTarget(doc, { platform: 'p1', market: 'DE', locale: 'de-DE' }, false).ok).toBe(true)
})

test('half an emoji and control characters never reach a document', () => {
  const doc = new Y.Doc()
  setTitle(doc, '杯\ud83d 子\n第二行\u0000😀')
  expect(readBrief(doc).title).toBe('杯\ufffd 子 第二行 😀')
})

test('a file that would make too many products is refused whole', () => {
  const doc = new Y.Doc()
  expect(importProducts(doc, docName, sheet(limits.productsPerBrief)).ok).toBe(true)
  const before = Y.encodeStateVector(doc)
  expect(importProducts(doc, docName, sheet(2, limits.productsPerBrief - 1))).toEqual({
    ok: false,
    refusal: {
      code: 'too-many-products',
      limit: limits.productsPerBrief,
      count: limits.productsPerBrief + 1,
    },
  })
  expect(addProduct(doc, rowIds(5)(), { name: 'x' })).toMatchObject({
    refusal: { code: 'too-many-products' },
  })
  expect(
    importProducts(doc, docName, [
      { ...sheet(1)[0]!, name: 'x'.repeat(limits.cellCharacters + 1) },
    ]),
  ).toMatchObject({
    refusal: { code: 'too-long', field: 'name' },
  })
  expect(Y.encodeStateVector(doc)).toEqual(before)
  expect(importProducts(doc, docName, sheet(limits.productsPerBrief)).ok).toBe(true)
})

test('a file updates the product with its SKU, typed or imported, and an empty cell erases nothing', () => {
  const doc = new Y.Doc()
  addProduct(doc, rowIds(6)(), { sku: 'CUP-0', name: '手打的', options: 'Size=S' })
  expect(importProducts(doc, docName, sheet(2))).toEqual({
    ok: true,
    value: { added: 1, updated: 1, unchanged: 0 },
  })
  expect(readBrief(doc).products).toMatchObject([
    { sku: 'CUP-0', name: '杯 0', options: 'Size=S', category: '杯壶' },
    { sku: 'CUP-1', name: '杯 1' },
  ])
})

test('a removed product comes back by importing it again, with what the file says and nothing of before', () => {
  const doc = new Y.Doc()
  importProducts(doc, docName, sheet(1))
  const [product] = readBrief(doc).products
  if (product === undefined) throw new Error('one product')
  setProductField(doc, product.id, { options: 'Size=S' })
  removeProduct(doc, product.id)
  expect(readBrief(doc).products).toEqual([])
  expect(importProducts(doc, docName, sheet(1))).toEqual({
    ok: true,
    value: { added: 1, updated: 0, unchanged: 0 },
  })
  expect(readBrief(doc).products).toMatchObject([{ id: product.id, sku: 'CUP-0', options: '' }])
})

test('undo takes back adding, removing, moving and importing, one act at a time, and redo does them again', () => {
  const doc = new Y.Doc()
  const undo = createBriefUndo(doc)
  const id = rowIds(7)
  const [first, second] = [id(), id()]
  const names = (): string[] => readBrief(doc).points.map((point) => point.text)
  addPoint(doc, first, '一')
  addPoint(doc, second, '二')
  movePoint(doc, second, first)
  removePoint(doc, first)
  importProducts(doc, docName, sheet(3))
  expect([names(), readBrief(doc).products.length]).toEqual([['二'], 3])
  undo.undo()
  expect(readBrief(doc).products.length).toBe(0)
  undo.undo()
  expect(names()).toEqual(['二', '一'])
  undo.undo()
  expect(names()).toEqual(['一', '二'])
  undo.redo()
  undo.redo()
  expect(names()).toEqual(['二'])
  undo.undo()
  undo.undo()
  undo.undo()
  expect(names()).toEqual(['一'])
})

test('undo leaves alone what came from others', () => {
  const doc = new Y.Doc()
  const undo = createBriefUndo(doc)
  const other = new Y.Doc()
  setTitle(other, '别人的标题')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'relay')
  expect(undo.undo()).toBeNull()
  expect(readBrief(doc).title).toBe('别人的标题')
})

test('two products with one SKU are told, not merged', () => {
  const doc = new Y.Doc()
  const id = rowIds(8)
  const [a, b] = [id(), id()]
  addProduct(doc, a, { sku: 'CUP-350', name: '苔绿' })
  addProduct(doc, b, { sku: 'CUP-350', name: '沙色' })
  const brief = readBrief(doc)
  expect(brief.products.map((product) => product.problems)).toEqual([
    ['duplicate-sku'],
    ['duplicate-sku'],
  ])
  expect(brief.problems).toEqual([{ code: 'duplicate-sku', sku: 'CUP-350', products: [a, b] }])
})
