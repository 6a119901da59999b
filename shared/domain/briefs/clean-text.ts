/**
 * Text as people type or paste it, made fit to be kept: half characters (a lone surrogate would make devices differ for
 * ever, unnoticed) become the replacement character, control characters and line breaks become spaces, ends are trimmed.
 * Lengths are counted as inputs count them, in UTF-16 units.
 */
import { ok, refuse, type Result } from '#shared/lib/result.ts'

export interface TooLong {
  readonly code: 'too-long'
  readonly field: string
  readonly length: number
  readonly limit: number
}

export function cleanLine(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
}

/** The clean text, or the refusal when it is longer than `limit`. */
export function lineWithin(field: string, text: string, limit: number): Result<string, TooLong> {
  const clean = cleanLine(text)
  return clean.length <= limit
    ? ok(clean)
    : refuse({ code: 'too-long', field, length: clean.length, limit })
}
