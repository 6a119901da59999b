/**
 * A talk's card: its row in at most 300 bytes of JSON, for devices that do not have the talk. What does not fit is left
 * out: first what was said, then who is in the threads, then the older comments; the count stays.
 */
import { writtenOf } from './comment-id.ts'
import type { TalkLine, TalkSummary } from './talk-summary.ts'

/** `limit` in bytes. */
export function writeTalkCard({ count, lines, parties }: TalkSummary, limit: number): Uint8Array {
  const encoder = new TextEncoder()
  const counts = lines.map((_, left) => lines.length - left)
  // One comment with its words tells more than several without.
  const steps = [true, false].flatMap((withWords) => counts.map((kept) => ({ kept, withWords })))
  for (const { kept, withWords } of steps) {
    const some = lines.slice(0, kept)
    const threads = new Set(some.map(({ id, thread }) => thread ?? id))
    const bytes = encoder.encode(
      JSON.stringify({
        count,
        lines: withWords ? some : some.map(wordless),
        parties: withWords ? parties.filter(({ thread }) => threads.has(thread)) : [],
      }),
    )
    if (bytes.byteLength <= limit) return bytes
  }
  return encoder.encode(JSON.stringify({ count, lines: [], parties: [] }))
}

/** Of one wording whom it speaks to. A text left out is not one taken back. */
function wordless(line: TalkLine): TalkLine {
  const author = writtenOf(line.id).client
  const claim = line.claims.findLast(({ client }) => client === author) ?? line.claims.at(-1)
  return {
    ...line,
    claims: claim === undefined ? [] : [{ ...claim, text: claim.text === '' ? '' : '…' }],
  }
}
