import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { importProducts, type ImportedProduct } from '#shared/documents/commands/import-products.ts'
import { setTitle } from '#shared/documents/commands/brief-fields.ts'
import { addProduct } from '#shared/documents/commands/brief-products.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'
import type { CatalogueRow } from '#shared/domain/briefs/catalogue/catalogue.ts'
import { withProposed } from '#shared/domain/briefs/catalogue/preview.ts'
import { productRowId } from '#shared/domain/briefs/product-row-id.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { readCatalogue } from '#test/domain/briefs/catalogue/catalogue-files.ts'
import { sync } from './replicas.ts'

const docName = 'brief-00000000000000000000000000' as DocName
const catalogueRows = (file: string): readonly CatalogueRow[] => {
  const url = new URL(`../fixtures/catalogue/${file}`, import.meta.url)
  const read = readCatalogue(new Uint8Array(readFileSync(url)), file)
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value.rows
}
const rowsOf: (file: string) => readonly ImportedProduct[] = catalogueRows

test('three shop exports without a single SKU, imported on two devices in another order, are each product once', () => {
  const files = ['shopify-apparel.csv', 'shopify-home-and-garden.csv', 'shopify-jewelery.csv'].map(
    rowsOf,
  )
  const products = files.flat()
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  for (const file of files) expect(importProducts(a, docName, file).ok).toBe(true)
  for (const file of files.toReversed()) expect(importProducts(b, docName, file).ok).toBe(true)
  sync(a, b)
  const brief = readBrief(a)
  expect(readBrief(b)).toEqual(brief)
  expect(brief.products.length).toBe(products.length)
  expect(brief.products.map((product) => `${product.handle}|${product.options}`).sort()).toEqual(
    products.map((product) => `${product.handle}|${product.options}`).sort(),
  )
  expect(brief.problems).toEqual([])
})

test('two people import one list offline, one taking proposed SKUs, one leaving them empty: each product is there once', () => {
  const rows = [...catalogueRows('shopify-jewelery.csv')]
  fc.assert(
    fc.property(fc.shuffledSubarray(rows), fc.shuffledSubarray(rows), (mine, theirs) => {
      const [a, b] = [new Y.Doc(), new Y.Doc()]
      expect(importProducts(a, docName, mine.map(withProposed)).ok).toBe(true)
      expect(importProducts(b, docName, theirs).ok).toBe(true)
      sync(a, b)
      const brief = readBrief(a)
      expect(readBrief(b)).toEqual(brief)
      const keys = new Set([...mine, ...theirs].map(({ key }) => key))
      expect(brief.products.length).toBe(keys.size)
      expect(new Set(brief.products.map(({ id }) => id))).toEqual(
        new Set([...keys].map((key) => productRowId(docName, key))),
      )
    }),
    { numRuns: 30 },
  )
})

test('what is taken of a list is kept: barcodes as text, notes with their lines', () => {
  const doc = new Y.Doc()
  for (const file of ['messy.csv', 'clipboard-from-excel.txt'])
    expect(importProducts(doc, docName, rowsOf(file)).ok).toBe(true)
  const products = readBrief(doc).products
  const bySku = (sku: string) => products.find((product) => product.sku === sku)
  expect(bySku('OV-LMP-CL-WHT')?.barcode).toBe('6901234567890123456')
  expect(bySku('TB-HAR-M-NVY')?.note).toBe('第一行\n\n第三行')
  expect(bySku('QL-YGA-SET6-SGE')?.note).toBe('=HYPERLINK("https://example.com/x";"click")')
})

test('one import is taken back as one, whatever was done after it', () => {
  const doc = new Y.Doc()
  const own = addProduct(doc, randomRowId(), { sku: 'TB-HAR-S-GRY', name: 'Mine' })
  if (!own.ok) throw new Error(own.refusal.code)
  const undo = createBriefUndo(doc, 'importProducts')
  expect(importProducts(doc, docName, rowsOf('messy.csv')).ok).toBe(true)
  expect(readBrief(doc).products).toHaveLength(26)
  setTitle(doc, 'Written after the import')
  undo.undo()
  const brief = readBrief(doc)
  expect(brief.title).toBe('Written after the import')
  expect(brief.products.map(({ sku, name }) => [sku, name])).toEqual([['TB-HAR-S-GRY', 'Mine']])
})
