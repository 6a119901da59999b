/**
 * Bytes of a file → text, without asking a person which encoding it has: a byte order mark decides, else the zero bytes
 * of UTF-16, else strict UTF-8, else GB18030 (of which GBK is a part; Excel in Chinese saves CSV so). What is no text is
 * refused with what to do. Single-byte encodings (Windows-1252 …) are not read: they cannot be told apart.
 */
import type { Result } from '#shared/lib/result.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { TextEncoding, TextRefusal } from './catalogue.ts'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

export function decodeText(bytes: Uint8Array): Result<DecodedText, TextRefusal> {
  if (bytes.length === 0) return refuse({ code: 'empty-file' })
  if (WORKBOOK_STARTS.some((start) => startsWith(bytes, start)))
    return refuse({ code: 'workbook-save-as-csv' })

  const marked = MARKS.find(({ mark }) => startsWith(bytes, mark))
  const wide = marked === undefined ? wideByZeros(bytes) : undefined
  if (marked === undefined && wide === undefined && bytes.includes(0))
    return refuse({ code: 'not-a-text-file' })

  const body = marked === undefined ? bytes : bytes.subarray(marked.mark.length)
  const said = marked?.encoding ?? wide
  const tried: readonly TextEncoding[] = said === undefined ? ['UTF-8', 'GB18030'] : [said]
  for (const encoding of tried) {
    const text = decode(body, encoding)
    if (text === undefined) continue
    if (!looksLikeText(text)) return refuse({ code: 'not-a-text-file' })
    return text.trim() === '' ? refuse({ code: 'empty-file' }) : ok({ text, encoding })
  }
  return refuse({ code: 'unreadable-save-as-utf8' })
}

const MARKS: readonly { readonly mark: readonly number[]; readonly encoding: TextEncoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'UTF-8' },
  { mark: [0xff, 0xfe], encoding: 'UTF-16LE' },
  { mark: [0xfe, 0xff], encoding: 'UTF-16BE' },
  { mark: [0x84, 0x31, 0x95, 0x33], encoding: 'GB18030' },
]

/** ZIP (xlsx, ods, numbers) and the older compound file (xls, et). */
const WORKBOOK_STARTS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
]

/** How much of a file is looked at to guess what it is. */
const SAMPLE = 64 * 1024

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

/**
 * Digits, letters, delimiters and line ends have one zero byte in UTF-16, always on the same side. A Chinese character
 * may have one on the other (一 is U+4E00), so the side is decided four to one, and a line end must stand on it: a stray
 * NUL in a narrow text does not make it wide.
 */
function wideByZeros(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes.length % 2 !== 0) return undefined
  const end = Math.min(bytes.length, SAMPLE)
  let [first, second, firstLineEnds, secondLineEnds] = [0, 0, 0, 0]
  for (let at = 0; at < end; at += 2) {
    const [a, b] = [bytes[at], bytes[at + 1]]
    if (a === 0) first += 1
    if (b === 0) second += 1
    if (a === 0 && (b === 0x0a || b === 0x0d)) firstLineEnds += 1
    if (b === 0 && (a === 0x0a || a === 0x0d)) secondLineEnds += 1
  }
  if (secondLineEnds > 0 && second >= first * 4) return 'UTF-16LE'
  return firstLineEnds > 0 && first >= second * 4 ? 'UTF-16BE' : undefined
}

/** `fatal` throws on the first byte that does not fit: a half-read list is worse than a refused one. */
function decode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** No NUL anywhere, and at most one control character in a hundred at the beginning. */
function looksLikeText(text: string): boolean {
  if (text.includes('\0')) return false
  const end = Math.min(text.length, SAMPLE)
  let controls = 0
  for (let at = 0; at < end; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 && (unit < 0x09 || unit > 0x0d)) controls += 1
  }
  return controls * 100 <= end
}
