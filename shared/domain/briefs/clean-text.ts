/** A brief's lines of text within their limits, counted as inputs count them, in UTF-16 units. */
import { cleanLine } from '#shared/lib/clean-line.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'

export interface TooLong {
  readonly code: 'too-long'
  readonly field: string
  readonly length: number
  readonly limit: number
}

/** The clean text, or the refusal when it is longer than `limit`. */
export function lineWithin(field: string, text: string, limit: number): Result<string, TooLong> {
  const clean = cleanLine(text)
  return clean.length <= limit
    ? ok(clean)
    : refuse({ code: 'too-long', field, length: clean.length, limit })
}
