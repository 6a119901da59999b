/** Ids that are made of what they stand for, so that two people who do the same have done it once (docs/decisions.md, 19). */
import { digest } from 'lib0/hash/sha256'
import { bytesToBase32, type RowId } from '#shared/lib/ids.ts'

/** The row of a usual limit. */
export const limitRowId = (text: string): RowId => idOf(`limit\0${text}`) as RowId

/** Where a vague word stands and which it is; `place` as in quality/flags.ts. */
export const checkId = (place: string, vague: string, text: string): string =>
  idOf(`${place}\0${vague}\0${text}`)

const idOf = (of: string): string =>
  bytesToBase32(digest(new TextEncoder().encode(of)).subarray(0, 10))
