/** The products in order, each with its problems. Never throws; a value of another type counts as none and is said. */
import type * as Y from 'yjs'
import type { Product, ProductProblem } from '#shared/domain/briefs/brief.ts'
import type { Row } from '#shared/documents/kept-rows.ts'
import { readRowPart, type RowReader } from './row-part.ts'

export const readProducts = (map: Y.Map<unknown>): Product[] => readRowPart(map, productReader)

export const productReader: RowReader<Product> = {
  groupOf({ fields }) {
    const sku = fields.get('sku')
    return typeof sku === 'string' && sku !== '' ? sku : null
  },
  read: (row, { inGroup }) => readProduct(row, inGroup > 1),
}

function readProduct({ id, fields }: Row, skuTwice: boolean): Product {
  let unreadable = false
  const text = (field: string): string => {
    const value = fields.get(field) ?? ''
    if (typeof value === 'string') return value
    unreadable = true
    return ''
  }
  const weight = fields.get('weightGrams') ?? null
  const weightGrams =
    typeof weight === 'number' && Number.isFinite(weight) && weight >= 0 ? weight : null
  if (weight !== null && weightGrams === null) unreadable = true
  const product = {
    id,
    sku: text('sku'),
    name: text('name'),
    category: text('category'),
    handle: text('handle'),
    options: text('options'),
    weightGrams,
    barcode: text('barcode'),
    note: text('note'),
  }
  const problems: ProductProblem[] = []
  if (skuTwice) problems.push('duplicate-sku')
  if (product.sku === '' && product.name === '') problems.push('no-sku-and-no-name')
  if (unreadable) problems.push('unreadable-value')
  return { ...product, problems }
}
