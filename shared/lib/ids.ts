/**
 * Ids: 128 random bits as 26 lower-case letters and digits (Crockford's base 32, which leaves out i l o u),
 * safe in addresses, file names and speech. Derived ids use the same letters over a hash.
 * Left out: what an id refers to; the brands keep kinds apart at compile time only.
 */
declare const brand: unique symbol
export type Branded<T, B extends string> = T & { readonly [brand]: B }

export type DocName = Branded<string, 'DocName'>
export type DeviceId = Branded<string, 'DeviceId'>
export type MemberId = Branded<string, 'MemberId'>
export type WorkspaceId = Branded<string, 'WorkspaceId'>
export type InviteId = Branded<string, 'InviteId'>
export type RowId = Branded<string, 'RowId'>
/** The id part of a document's name, shared by the documents beside each other. */
export type Topic = Branded<string, 'Topic'>
export type CommentId = Branded<string, 'CommentId'>
/** SHA-256 of a file's bytes in lower hex. */
export type FileId = Branded<string, 'FileId'>

/** An id as it travels and is stored: the letters above, nothing else. */
export const idPattern = /^[0-9a-hjkmnp-tv-z]{26}$/
/** A file's id. */
export const fileIdPattern = /^[0-9a-f]{64}$/
/** `<kind>-<id>`. */
export const docNamePattern = /^[a-z]{2,16}-[0-9a-hjkmnp-tv-z]{26}$/

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** Crockford base 32 of `bytes`, 5 bits a letter, the last letter padded with zero bits. */
export function bytesToBase32(bytes: Uint8Array): string {
  let out = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += LETTERS[(value >>> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? out + LETTERS[(value << (5 - bits)) & 31] : out
}

/** 26 letters from 16 random bytes; `random` fills the array it is given. */
export function newId(random: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const bytes = new Uint8Array(16)
  random(bytes)
  return bytesToBase32(bytes)
}

export const randomId = (): string => newId((bytes) => void crypto.getRandomValues(bytes))
