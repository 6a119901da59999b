/** What a person sees of a list before anything is written, and what they choose of it. */
import { expect, test } from 'vitest'
import { catalogueLimits } from '#shared/domain/briefs/catalogue/catalogue-limits.ts'
import { openTableFile } from '#shared/domain/briefs/catalogue/open-table-file.ts'
import {
  previewSheet,
  withProposed,
  type Previewed,
} from '#shared/domain/briefs/catalogue/preview.ts'
import { guessed } from '#shared/domain/briefs/catalogue/read-sheet.ts'
import { productRowId } from '#shared/domain/briefs/product-row-id.ts'
import type { Product } from '#shared/domain/briefs/brief.ts'
import {
  everything,
  filterRows,
  firstChoice,
  firstThatFit,
  planOf,
} from '#client/features/briefs/import/choose-rows.ts'
import type { RowId } from '#shared/lib/ids.ts'
import { longList } from '#test/support/long-list.ts'
import { fileBytes, utf8 } from './catalogue-files.ts'

const docName = 'brief-00000000000000000000000000'

function preview(
  source: string | Uint8Array,
  products: readonly Product[] = [],
  takesProposed = false,
): Previewed {
  const bytes = typeof source === 'string' ? utf8(source) : source
  const opened = openTableFile(bytes, 'list.csv', catalogueLimits)
  if (!opened.ok) throw new Error(opened.refusal.code)
  const against = { docName, products, takesProposed }
  const read = previewSheet(opened.value, guessed, catalogueLimits, against)
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

const standing = (id: string, values: Partial<Product>): Product => ({
  id: id as RowId,
  sku: '',
  name: '',
  category: '',
  handle: '',
  options: '',
  barcode: '',
  note: '',
  weightGrams: null,
  problems: [],
  ...values,
})

test('each row says what would come of it: added, updated, unchanged or left out', () => {
  const { rows } = preview('SKU,Name,Note\nA,Cup,\nB,Bowl,\nC,Pan,new mould\nD,Lid,\n,Nothing,\n', [
    standing('aaaaaaaaaaaaaaaa', {
      sku: 'A',
      name: 'Cup',
      note: 'kept: an empty cell erases nothing',
    }),
    standing(productRowId(docName, 'sku:B'), { sku: 'B', name: 'Bowle' }),
    standing('cccccccccccccccc', { sku: 'C', name: 'Pan' }),
  ])
  expect(rows.map(({ sku, status }) => [sku, status])).toEqual([
    ['A', 'unchanged'],
    ['B', 'update'],
    ['C', 'update'],
    ['D', 'new'],
    ['', 'left-out'],
  ])
  expect(planOf(rows)).toEqual({ new: 1, update: 2, unchanged: 1 })
})

test('a proposed SKU is a value and no identity: the row stays the product it was', () => {
  const file = fileBytes('shopify-apparel.csv')
  const [first] = preview(file).rows
  const product = first?.product
  if (product === null || product === undefined) throw new Error('no first product')
  expect(product.proposedSku).toBe('OCEAN-BLUE-SHIRT')
  expect(withProposed(product)).toMatchObject({ sku: 'OCEAN-BLUE-SHIRT', key: product.key })
  const there = [standing(productRowId(docName, product.key), { ...product, weightGrams: null })]
  expect(preview(file, there).rows[0]?.status).toBe('unchanged')
  expect(preview(file, there, true).rows[0]?.status).toBe('update')
})

test('rows left out show what stands in them and why', () => {
  const { rows } = preview(fileBytes('messy.csv'))
  const left = rows.filter(({ status }) => status === 'left-out')
  expect(left.map(({ rowNumber, sku }) => [rowNumber, sku])).toEqual([
    [6, 'TB-HAR-S-NVY'],
    [9, ''],
    [31, 'Total'],
  ])
  expect(left.every(({ problems }) => problems.length > 0)).toBe(true)
})

test('rows are found by words, category and what there is to say', () => {
  const { rows, preview: list } = preview(longList(200))
  expect(filterRows(rows, everything)).toBe(rows)
  expect(filterRows(rows, { ...everything, category: '灯具' })).toHaveLength(25)
  expect(filterRows(rows, { ...everything, search: 'ql-00042 ' })).toHaveLength(1)
  expect(filterRows(rows, { ...everything, show: 'warning' })).toHaveLength(3)
  expect(filterRows(rows, { ...everything, show: 'error' })).toHaveLength(0)
  expect(list.categories).toHaveLength(8)
  expect(list.counts).toEqual({ all: 200, new: 200, leftOut: 0, error: 0, warning: 3 })
})

test('where a list fits it is chosen whole; where it does not, a person says which', () => {
  const { rows, preview: list } = preview(longList(30))
  expect(firstChoice(rows, list.counts, 30).size).toBe(30)
  expect(firstChoice(rows, list.counts, 29).size).toBe(0)
  expect(firstThatFit(rows, 12).size).toBe(12)
})

test('what only updates takes no room', () => {
  const list = 'SKU,Name\nA,Cup\nB,Bowl\nC,Pan\nD,Lid'
  const { rows, preview: read } = preview(list, [
    standing('cccccccccccccccc', { sku: 'C', name: 'Old pan' }),
  ])
  expect([...firstThatFit(rows, 2)]).toEqual(['2', '3', '4'])
  expect(firstChoice(rows, read.counts, 3).size).toBe(4)
})
