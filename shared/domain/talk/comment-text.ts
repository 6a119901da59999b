/** What a comment may say: lines of clean text, at most one empty one between two, within the limit (UTF-16 units). */
import { cleanLine } from '#shared/lib/clean-line.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'

export type TextRefusal =
  | { readonly code: 'nothing-said' }
  | { readonly code: 'too-long'; readonly length: number; readonly limit: number }

export function commentText(text: string): Result<string, TextRefusal> {
  const clean = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
  if (clean === '') return refuse({ code: 'nothing-said' })
  const limit = limits.commentCharacters
  return clean.length <= limit
    ? ok(clean)
    : refuse({ code: 'too-long', length: clean.length, limit })
}
