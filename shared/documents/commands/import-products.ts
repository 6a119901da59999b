/**
 * Takes the rows of a product file into a brief in one transaction. A visible product with the same SKU, or made of the same
 * row before, is updated by what the file says (an empty cell erases nothing); the others are added in the file's order.
 * When the brief would hold too many, or a value is not fit to be kept, nothing is written.
 */
import type * as Y from 'yjs'
import { productRowId } from '#shared/domain/briefs/product-row-id.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { addRows, readRows } from '#shared/documents/rows.ts'
import { productFields, type ProductRefusal, type ProductTextField } from './brief-products.ts'
import { change } from './local-change.ts'

/** A row as the catalogue reads it. */
export interface ImportedProduct
  extends
    Readonly<Record<Exclude<ProductTextField, 'barcode' | 'note'>, string>>,
    Readonly<Partial<Record<'barcode' | 'note', string>>> {
  readonly weightGrams?: number
  /** Which product this is, on every device and at every import. */
  readonly key: string
}
export interface Imported {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
}
type Fields = Record<string, string | number | null>

export function importProducts(
  doc: Y.Doc,
  docName: DocName,
  rows: readonly ImportedProduct[],
): Result<Imported, ProductRefusal> {
  const products = rootMap(doc, 'products')
  const standing = readRows(products)
  const visible = new Set(standing.map((row) => row.id))
  const bySku = new Map<unknown, string>(standing.map((row) => [row.fields.get('sku'), row.id]))
  const adding = new Map<string, Fields>()
  const updating = new Map<string, Fields>()

  for (const row of rows) {
    const fields = filledFields(row)
    if (!fields.ok) return fields
    const derived = productRowId(docName, row.key)
    const { sku } = fields.value
    const same = visible.has(derived) ? derived : sku === undefined ? undefined : bySku.get(sku)
    const into = same === undefined ? adding : updating
    const id = same ?? derived
    into.set(id, { ...into.get(id), ...fields.value })
  }
  const count = visible.size + adding.size
  if (count > limits.productsPerBrief) {
    return refuse({ code: 'too-many-products', limit: limits.productsPerBrief, count })
  }

  const changed = [...updating].filter(([id, fields]) =>
    Object.entries(fields).some(([field, value]) => products.get(`${id}/${field}`) !== value),
  )
  if (adding.size + changed.length > 0) {
    change(doc, 'importProducts', [`${adding.size}`, `${changed.length}`], () => {
      addRows(
        products,
        [...adding].map(([id, fields]) => ({ id, fields })),
      )
      for (const [id, fields] of changed) writeChanged(products, id, fields)
    })
  }
  return ok({
    added: adding.size,
    updated: changed.length,
    unchanged: updating.size - changed.length,
  })
}

function writeChanged(products: Y.Map<unknown>, id: string, fields: Fields): void {
  for (const [field, value] of Object.entries(fields)) {
    if (products.get(`${id}/${field}`) !== value) products.set(`${id}/${field}`, value)
  }
}

/** Only what the row says: empty cells are left out. */
function filledFields(row: ImportedProduct): ReturnType<typeof productFields> {
  const { sku, name, category, handle, options, barcode, note, weightGrams } = row
  const all = productFields({
    sku,
    name,
    category,
    handle,
    options,
    ...(barcode === undefined ? {} : { barcode }),
    ...(note === undefined ? {} : { note }),
    ...(weightGrams === undefined ? {} : { weightGrams }),
  })
  return all.ok
    ? ok(Object.fromEntries(Object.entries(all.value).filter(([, value]) => value !== '')))
    : all
}
