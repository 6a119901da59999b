/** A brief's lines of text within their limits, counted as inputs count them, in UTF-16 units. */
import { cleanLine } from '#shared/lib/clean-line.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'

export interface TooLong {
  readonly code: 'too-long'
  readonly field: string
  readonly length: number
  readonly limit: number
}

/** Lines as somebody set them, empty ones between them kept, each clean. */
export function cleanPassage(text: string): string {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map(cleanLine)
  const first = lines.findIndex((line) => line !== '')
  const last = lines.findLastIndex((line) => line !== '')
  return first === -1 ? '' : lines.slice(first, last + 1).join('\n')
}

/** The clean text, or the refusal when it is longer than `limit`. */
export function lineWithin(field: string, text: string, limit: number): Result<string, TooLong> {
  const clean = cleanLine(text)
  return clean.length <= limit
    ? ok(clean)
    : refuse({ code: 'too-long', field, length: clean.length, limit })
}

/** Several lines, each clean, the empty ones left out. */
export function linesWithin(field: string, text: string, limit: number): Result<string, TooLong> {
  const clean = text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(cleanLine)
    .filter((line) => line !== '')
    .join('\n')
  return clean.length <= limit
    ? ok(clean)
    : refuse({ code: 'too-long', field, length: clean.length, limit })
}
