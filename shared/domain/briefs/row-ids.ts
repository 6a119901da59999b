/**
 * Ids of rows inside a document: 16 letters. An imported product's is derived from the document and the product's key, so
 * that importing one file on two devices makes each product once; a row made by typing gets a random one.
 */
import { digest } from 'lib0/hash/sha256'
import { bytesToBase32, type RowId } from '#shared/lib/ids.ts'

const ROW_ID = /^[0-9a-hjkmnp-tv-z]{16}$/

/** `key` as the catalogue gives it: `sku:…`, else `handle:…|…`, else `name:…`. */
export function productRowId(docName: string, key: string): RowId {
  const hash = digest(new TextEncoder().encode(`${docName}\0product\0${key}`))
  return bytesToBase32(hash.subarray(0, 10)) as RowId
}

/** `random` fills the array it is given. */
export function newRowId(random: (bytes: Uint8Array<ArrayBuffer>) => void): RowId {
  const bytes = new Uint8Array(10)
  random(bytes)
  return bytesToBase32(bytes) as RowId
}

export const randomRowId = (): RowId => newRowId((bytes) => void crypto.getRandomValues(bytes))

export const isRowId = (value: string): value is RowId => ROW_ID.test(value)
