/** What a person does to a brief's products one by one. A file of them comes in through import-products.ts. */
import type * as Y from 'yjs'
import type { Product } from '#shared/domain/briefs/brief.ts'
import { productText } from '#shared/domain/briefs/product-text.ts'
import type { TooLong } from '#shared/domain/briefs/clean-text.ts'
import type { RowId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { addRows, hasRow, moveRow, readRows, removeRow } from '#shared/documents/rows.ts'
import { change } from './local-change.ts'

export const productTextFields = [
  'sku',
  'name',
  'category',
  'handle',
  'options',
  'barcode',
  'note',
] as const
export type ProductTextField = (typeof productTextFields)[number]
export type ProductValues = Partial<Pick<Product, ProductTextField | 'weightGrams'>>

export type ProductRefusal =
  | TooLong
  | { readonly code: 'too-many-products'; readonly limit: number; readonly count: number }
  | { readonly code: 'not-a-weight' }

/** Adds a product at the end. `id` is a new row's id. */
export function addProduct(
  doc: Y.Doc,
  id: RowId,
  values: ProductValues,
): Result<RowId, ProductRefusal> {
  const fields = productFields(values)
  if (!fields.ok) return fields
  const products = rootMap(doc, 'products')
  const count = readRows(products).length + 1
  if (count > limits.productsPerBrief) {
    return refuse({ code: 'too-many-products', limit: limits.productsPerBrief, count })
  }
  change(doc, 'addProduct', [id], () =>
    addRows(products, [{ id, fields: { name: '', ...fields.value } }]),
  )
  return ok(id)
}

/** Sets one or more fields of a product; one removed by somebody else meanwhile comes back. */
export function setProductField(
  doc: Y.Doc,
  id: RowId,
  values: ProductValues,
): Result<null, ProductRefusal> {
  const fields = productFields(values)
  if (!fields.ok) return fields
  const products = rootMap(doc, 'products')
  const changed = Object.entries(fields.value).filter(
    ([field, value]) => products.get(`${id}/${field}`) !== value,
  )
  if (changed.length === 0) return ok(null)
  change(
    doc,
    'setProductField',
    changed.map(([field]) => `${id}/${field}`),
    () => {
      for (const [field, value] of changed) products.set(`${id}/${field}`, value)
    },
  )
  return ok(null)
}

/** Places a product before another, or last. A product that is not there is left alone. */
export function moveProduct(doc: Y.Doc, id: RowId, before: RowId | null): void {
  const products = rootMap(doc, 'products')
  if (id === before || !hasRow(products, id)) return
  change(doc, 'moveProduct', [id], () => moveRow(products, id, before))
}

export function removeProduct(doc: Y.Doc, id: RowId): void {
  const products = rootMap(doc, 'products')
  if (hasRow(products, id)) change(doc, 'removeProduct', [id], () => removeRow(products, id))
}

/** Values fit to be kept: texts cleaned and within their limit, a weight in whole or broken grams from 0. */
export function productFields(
  values: ProductValues,
): Result<Record<string, string | number | null>, TooLong | { readonly code: 'not-a-weight' }> {
  const fields: Record<string, string | number | null> = {}
  for (const field of productTextFields) {
    const text = values[field]
    if (text === undefined) continue
    const clean = productText(field, text)
    if (clean.length > limits.cellCharacters)
      return refuse({
        code: 'too-long',
        field,
        length: clean.length,
        limit: limits.cellCharacters,
      })
    fields[field] = clean
  }
  const { weightGrams } = values
  if (weightGrams === undefined) return ok(fields)
  if (weightGrams !== null && !(Number.isFinite(weightGrams) && weightGrams >= 0))
    return refuse({ code: 'not-a-weight' })
  return ok({ ...fields, weightGrams })
}
