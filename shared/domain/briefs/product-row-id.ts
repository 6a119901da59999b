/**
 * The id of an imported product's row: derived from the document and the product's key, so that importing one file on two
 * devices makes each product once.
 */
import { digest } from 'lib0/hash/sha256'
import { bytesToBase32, type RowId } from '#shared/lib/ids.ts'

/** `key` as the catalogue gives it: `sku:…`, else `handle:…|…`, else `name:…`. */
export function productRowId(docName: string, key: string): RowId {
  const hash = digest(new TextEncoder().encode(`${docName}\0product\0${key}`))
  return bytesToBase32(hash.subarray(0, 10)) as RowId
}
