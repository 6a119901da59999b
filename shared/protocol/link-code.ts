/**
 * The code that links a second device, short enough to be typed (docs/decisions.md, 11): 12 letters of Crockford's base 32,
 * 60 bits, from which an invite's id and secret follow. A recovery sheet has 26 letters and is read alike. Left out: who may
 * make one, how long it works (limits.ts).
 */
import * as sha256 from 'lib0/hash/sha256'
import { bytesToBase32, type InviteId } from '#shared/lib/ids.ts'
import * as buffer from 'lib0/buffer'

/** Letters of a code, by what it is for. */
export const codeLetters = { device: 12, recovery: 26 } as const

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** `random` fills the array it is given; each letter takes five bits of a byte of its own. */
export function newLinkCode(
  random: (bytes: Uint8Array<ArrayBuffer>) => void,
  letters: number = codeLetters.device,
): string {
  const bytes = new Uint8Array(letters)
  random(bytes)
  return Array.from(bytes, (byte) => LETTERS[byte & 31]).join('')
}

/**
 * The code in what somebody typed, pasted or scanned: in any case, full-width too, with spaces and dashes anywhere, o read
 * as 0, i and l as 1. Null where it is none.
 */
export function readLinkCode(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}._#]/gu, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
  const isLong = code.length === codeLetters.device || code.length === codeLetters.recovery
  return isLong && [...code].every((letter) => LETTERS.includes(letter)) ? code : null
}

/** In groups of four, as it is shown, typed and said: `K7M2-9QXR-4TNA`. */
export const showLinkCode = (code: string): string =>
  (code.toUpperCase().match(/.{1,4}/g) ?? []).join('-')

/** `code` as readLinkCode gives it. */
export const inviteOfLinkCode = (
  code: string,
): { readonly id: InviteId; readonly secret: string } => ({
  id: bytesToBase32(hash(`asterism code id 1\n${code}`).subarray(0, 16)) as InviteId,
  secret: buffer.toBase64UrlEncoded(hash(`asterism code secret 1\n${code}`)),
})

const hash = (text: string): Uint8Array => sha256.digest(new TextEncoder().encode(text))
