/** Cells pasted over products and below them: one act, one step of undo. When one value is not fit to be kept nothing is written. */
import type * as Y from 'yjs'
import type { RowId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { addRows, readRows } from '#shared/documents/rows.ts'
import { productFields, type ProductRefusal, type ProductValues } from './brief-products.ts'
import { change } from './local-change.ts'

/** A row that is not there yet is added at the end, in the order given. */
export function pasteProducts(
  doc: Y.Doc,
  pasted: readonly { readonly id: RowId; readonly values: ProductValues }[],
): Result<{ readonly changed: number; readonly added: number }, ProductRefusal> {
  const products = rootMap(doc, 'products')
  const there = new Set<string>(readRows(products).map(({ id }) => id))
  const writing: { readonly id: RowId; readonly fields: Record<string, unknown> }[] = []
  for (const { id, values } of pasted) {
    const fields = productFields(values)
    if (!fields.ok) return fields
    writing.push({ id, fields: fields.value })
  }
  const added = writing.filter(({ id }) => !there.has(id))
  const count = there.size + added.length
  if (count > limits.productsPerBrief)
    return refuse({ code: 'too-many-products', limit: limits.productsPerBrief, count })
  const changed = writing.filter(
    ({ id, fields }) =>
      there.has(id) &&
      Object.entries(fields).some(([field, value]) => products.get(`${id}/${field}`) !== value),
  )
  if (added.length + changed.length > 0) {
    const ids = [...changed, ...added].map(({ id }) => id)
    change(doc, 'pasteProducts', ids, () => {
      for (const { id, fields } of changed)
        for (const [field, value] of Object.entries(fields))
          if (products.get(`${id}/${field}`) !== value) products.set(`${id}/${field}`, value)
      addRows(
        products,
        added.map(({ id, fields }) => ({ id, fields: { name: '', ...fields } })),
      )
    })
  }
  return ok({ changed: changed.length, added: added.length })
}
