/**
 * What importing a row would do to a brief: add a product, change one that stands there (the same row brought in before, or the same
 * SKU), or nothing. An empty cell changes nothing. import-products.ts decides the same when it writes.
 */
import type { Product } from '#shared/domain/briefs/brief.ts'
import { productText } from '#shared/domain/briefs/product-text.ts'
import { productRowId } from '#shared/domain/briefs/product-row-id.ts'
import type { CatalogueRow } from './catalogue.ts'

export type RowStatus = 'new' | 'update' | 'unchanged'

const texts = ['sku', 'name', 'category', 'handle', 'options', 'barcode', 'note'] as const

export type StandingProduct = Pick<Product, 'id' | 'weightGrams' | (typeof texts)[number]>

/** Values alone, so that it can be handed to a worker. */
export const standingOf = (product: Product): StandingProduct => ({
  id: product.id,
  weightGrams: product.weightGrams,
  sku: product.sku,
  name: product.name,
  category: product.category,
  handle: product.handle,
  options: product.options,
  barcode: product.barcode,
  note: product.note,
})

export function createMatching(
  docName: string,
  standing: readonly StandingProduct[],
): (row: CatalogueRow) => RowStatus {
  if (standing.length === 0) return () => 'new'
  const byId = new Map<string, StandingProduct>(standing.map((product) => [product.id, product]))
  const bySku = new Map(standing.map((product) => [product.sku, product]))
  return (row) => {
    const same =
      byId.get(productRowId(docName, row.key)) ??
      (row.sku === '' ? undefined : bySku.get(productText('sku', row.sku)))
    if (same === undefined) return 'new'
    const weighs = row.weightGrams !== undefined && row.weightGrams !== same.weightGrams
    const differs = texts.some((field) => {
      const text = productText(field, row[field])
      return text !== '' && text !== same[field]
    })
    return weighs || differs ? 'update' : 'unchanged'
  }
}
