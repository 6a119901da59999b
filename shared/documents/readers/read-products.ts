/** The products in order, each with its problems. Never throws; a value of another type counts as none and is said. */
import type * as Y from 'yjs'
import type { Product, ProductProblem } from '#shared/domain/briefs/brief.ts'
import { isRowId } from '#shared/domain/briefs/row-ids.ts'
import { readRows, type Row } from '#shared/documents/rows.ts'

export function readProducts(map: Y.Map<unknown>): Product[] {
  const rows = readRows(map)
  const times = new Map<unknown, number>()
  for (const { fields } of rows)
    times.set(fields.get('sku'), (times.get(fields.get('sku')) ?? 0) + 1)
  return rows.flatMap((row) => readProduct(row, (times.get(row.fields.get('sku')) ?? 0) > 1) ?? [])
}

function readProduct({ id, fields }: Row, skuTwice: boolean): Product | null {
  if (!isRowId(id)) return null
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
  }
  const problems: ProductProblem[] = []
  if (skuTwice && product.sku !== '') problems.push('duplicate-sku')
  if (product.sku === '' && product.name === '') problems.push('no-sku-and-no-name')
  if (unreadable) problems.push('unreadable-value')
  return { ...product, problems }
}
