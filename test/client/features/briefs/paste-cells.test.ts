import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { hasHeadings, pasteCells } from '#client/features/briefs/paste-cells.ts'
import { cellsOf } from '#client/ui/cells-of.ts'
import { addProduct } from '#shared/documents/commands/brief-products.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'
import { limits } from '#shared/protocol/limits.ts'
import { rowIds } from '#test/documents/replicas.ts'

function brief(count: number): Y.Doc {
  const doc = new Y.Doc()
  const row = rowIds(1)
  for (let at = 0; at < count; at += 1)
    addProduct(doc, row(), { sku: `A-${at}`, name: `Cup ${at}` })
  return doc
}
const told = (doc: Y.Doc) =>
  readBrief(doc).products.map(({ sku, name, category, weightGrams }) => [
    sku,
    name,
    category,
    weightGrams,
  ])
const paste = (doc: Y.Doc, text: string, at: { row: number; column: string }) =>
  pasteCells(doc, readBrief(doc).products, text, at)

test('cells copied from a spreadsheet are parted as it wrote them', () => {
  expect(cellsOf('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(cellsOf('"two\nlines"\t"say ""hi"""\n\t')).toEqual([
    ['two\nlines', 'say "hi"'],
    ['', ''],
  ])
  expect(cellsOf('one')).toEqual([['one']])
})

test('pasted cells go right and down from where they were pasted, and below the last product make new ones', () => {
  const doc = brief(2)
  const undo = createBriefUndo(doc)
  const before = told(doc)
  const done = paste(doc, '苔绿\t杯壶水具\t262\n沙色\t杯壶水具\t263,5\n炭黑\t\t', {
    row: 1,
    column: 'name',
  })
  expect(done).toEqual({ ok: true, value: { rows: 3, cut: false } })
  expect(told(doc)).toEqual([
    ['A-0', 'Cup 0', '', null],
    ['A-1', '苔绿', '杯壶水具', 262],
    ['', '沙色', '杯壶水具', 263.5],
    ['', '炭黑', '', null],
  ])
  undo.undo()
  expect(told(doc)).toEqual(before)
})

test('what does not fit is said, and nothing of it is written', () => {
  const doc = brief(1)
  const before = told(doc)
  expect(paste(doc, 'x\ty\nz\theavy', { row: 0, column: 'category' })).toMatchObject({
    ok: false,
    refusal: { code: 'not-a-weight' },
  })
  const many = Array.from({ length: limits.productsPerBrief + 1 }, () => 'x').join('\n')
  expect(paste(doc, many, { row: 0, column: 'name' })).toMatchObject({
    ok: false,
    refusal: { code: 'too-many-products' },
  })
  expect(told(doc)).toEqual(before)
  expect(
    paste(doc, '1\tMoss, 350 ml\t6901234567890123456\tsample at the desk\textra', {
      row: 0,
      column: 'weight',
    }),
  ).toEqual({
    ok: true,
    value: { rows: 1, cut: true },
  })
  expect(readBrief(doc).products[0]).toMatchObject({
    weightGrams: 1,
    options: 'Moss, 350 ml',
    barcode: '6901234567890123456',
    note: 'sample at the desk',
  })
})

test('a list that brings its headings is an import', () => {
  expect(hasHeadings('SKU\tName\nA\tCup')).toBe(true)
  expect(hasHeadings('A-1\tCup\nA-2\tMug')).toBe(false)
})
