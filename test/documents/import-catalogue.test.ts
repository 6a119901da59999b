import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { importProducts, type ImportedProduct } from '#shared/documents/commands/import-products.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { readCatalogue } from '#test/domain/briefs/catalogue/catalogue-files.ts'
import { sync } from './replicas.ts'

const docName = 'brief-00000000000000000000000000' as DocName
const rowsOf = (file: string): readonly ImportedProduct[] => {
  const url = new URL(`../fixtures/catalogue/${file}`, import.meta.url)
  const read = readCatalogue(new Uint8Array(readFileSync(url)), file)
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value.rows
}

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
