/**
 * Ids of rows inside a document: 16 letters. A row made by typing gets a random one, an imported one its own (product-row-id.ts), a
 * deliverable the catalogue's, which is words.
 */
import { bytesToBase32, type RowId } from '#shared/lib/ids.ts'

const ROW_ID = /^(?:[0-9a-hjkmnp-tv-z]{16}|[a-z]{2,15}(?:-[a-z]{2,15}){0,2})$/

/** `random` fills the array it is given. */
export function newRowId(random: (bytes: Uint8Array<ArrayBuffer>) => void): RowId {
  const bytes = new Uint8Array(10)
  random(bytes)
  return bytesToBase32(bytes) as RowId
}

export const randomRowId = (): RowId => newRowId((bytes) => void crypto.getRandomValues(bytes))

export const isRowId = (value: string): value is RowId => ROW_ID.test(value)
