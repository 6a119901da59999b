/**
 * The small derived row of each kind of document, for lists and search: kept on the device, read again, and as a card
 * where the document is not. Left out: making it from the document (readers/summarise.ts).
 */
import type { BriefSummary } from '#shared/domain/briefs/brief.ts'
import { readBriefCard, writeBriefCard } from '#shared/domain/briefs/brief-card.ts'
import { parseBriefSummary } from '#shared/domain/briefs/brief-summary.ts'
import { kindOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'

/** `kind` tells them apart. */
export type DocumentSummary = BriefSummary

/** Null for one of an older app, so that it is made again. */
export const parseSummary = (value: unknown, name: DocName): DocumentSummary | null =>
  kindOf(name) === 'brief' ? parseBriefSummary(value) : null

export const writeCard = (summary: DocumentSummary): Uint8Array =>
  writeBriefCard(summary, limits.cardBytes)

/** Null for a card of another app or version. */
export const readCard = (card: Uint8Array, name: DocName): DocumentSummary | null =>
  kindOf(name) === 'brief' ? readBriefCard(card) : null
