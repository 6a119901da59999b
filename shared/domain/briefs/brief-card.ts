/**
 * A brief's card: its list row in at most 300 bytes of JSON, for devices that do not have the brief. It fills lists and
 * search and decides nothing. What does not fit is left out: the end of a long title, markets beyond the first.
 */
import type { BriefSummary } from './brief.ts'
import { parseBriefSummary } from './brief-summary.ts'

const cardMarkets = 12

/** `limit` in bytes. */
export function writeBriefCard(summary: BriefSummary, limit: number): Uint8Array {
  const letters = [...new Intl.Segmenter().segment(summary.title)].map(({ segment }) => segment)
  const encoder = new TextEncoder()
  for (let length = letters.length; ; length -= 1) {
    const title = letters.slice(0, length).join('')
    // Of what kind it is its document's name says.
    const card = {
      ...summary,
      kind: undefined,
      title,
      markets: summary.markets.slice(0, cardMarkets),
    }
    const bytes = encoder.encode(JSON.stringify(card))
    if (bytes.byteLength <= limit || length === 0) return bytes
  }
}

/** Null for a card of another app or version: the document is then shown without a row of its own. */
export function readBriefCard(bytes: Uint8Array): BriefSummary | null {
  try {
    return parseBriefSummary(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return null
  }
}
