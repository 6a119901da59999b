/**
 * A brief's card: its list row in at most 300 bytes of JSON, for devices that do not have the brief. It fills lists and
 * search and decides nothing. What does not fit is left out: the end of a long title, markets beyond the first.
 */
import { cardBytes } from '#shared/lib/card-bytes.ts'
import type { BriefSummary } from './brief.ts'

const cardMarkets = 12

/** `limit` in bytes. Of what kind it is its document's name says. */
export const writeBriefCard = (summary: BriefSummary, limit: number): Uint8Array =>
  cardBytes({ ...summary, kind: undefined, markets: summary.markets.slice(0, cardMarkets) }, limit)
