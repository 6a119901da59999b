/** A brief's row in lists: made from the document, kept and read again, and as a card where the document is not. */
import type * as Y from 'yjs'
import type { BriefSummary } from '#shared/domain/briefs/brief.ts'
import { readBriefCard, writeBriefCard } from '#shared/domain/briefs/brief-card.ts'
import { parseBriefSummary } from '#shared/domain/briefs/brief-summary.ts'
import { limits } from '#shared/protocol/limits.ts'
import { summariseBrief } from './read-brief.ts'

export const briefSummaries = {
  summarise: (_name: string, doc: Y.Doc): BriefSummary => summariseBrief(doc),
  parseSummary: parseBriefSummary,
  writeCard: (summary: BriefSummary): Uint8Array => writeBriefCard(summary, limits.cardBytes),
  readCard: readBriefCard,
}
