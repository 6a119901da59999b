/**
 * The small derived row of each kind of document, for lists and search: kept on the device, read again, and as a card
 * where the document is not. Left out: making it from the document (readers/summarise.ts).
 */
import type { BriefSummary } from '#shared/domain/briefs/brief.ts'
import { writeBriefCard } from '#shared/domain/briefs/brief-card.ts'
import { parseBriefSummary } from '#shared/domain/briefs/brief-summary.ts'
import {
  parseTemplateSummary,
  type TemplateSummary,
} from '#shared/domain/briefs/template-summary.ts'
import { parsePersonSummary } from '#shared/domain/people/person-summary.ts'
import {
  parseCostsSummary,
  parsePricesSummary,
  type CostsSummary,
  type PricesSummary,
} from '#shared/domain/estimates/summaries.ts'
import type { PersonSummary } from '#shared/domain/people/profile.ts'
import { parseSopSummary, type SopSummary } from '#shared/domain/tasks/sop-summary.ts'
import type { TaskSummary } from '#shared/domain/tasks/task.ts'
import { parseTaskSummary, writeTaskCard } from '#shared/domain/tasks/task-summary.ts'
import { parseWorkspaceSummary } from '#shared/domain/workspace/workspace-summary.ts'
import type { WorkspaceSummary } from '#shared/domain/workspace/workspace.ts'
import { cardBytes, cardIn } from '#shared/lib/card-bytes.ts'
import { writeTalkCard } from '#shared/domain/talk/talk-card.ts'
import { parseTalkSummary, type TalkSummary } from '#shared/domain/talk/talk-summary.ts'
import { kindOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'

/** `kind` tells them apart. */
export type DocumentSummary =
  | BriefSummary
  | TalkSummary
  | WorkspaceSummary
  | PersonSummary
  | TemplateSummary
  | TaskSummary
  | SopSummary
  | PricesSummary
  | CostsSummary

/** Null for one of an older app, so that it is made again. */
export function parseSummary(value: unknown, name: DocName): DocumentSummary | null {
  switch (kindOf(name)) {
    case 'brief':
      return parseBriefSummary(value)
    case 'workspace':
      return parseWorkspaceSummary(value)
    case 'person':
      return parsePersonSummary(value)
    case 'talk':
      return parseTalkSummary(value)
    case 'template':
      return parseTemplateSummary(value)
    case 'task':
      return parseTaskSummary(value)
    case 'sop':
      return parseSopSummary(value)
    case 'prices':
      return parsePricesSummary(value)
    case 'costs':
      return parseCostsSummary(value)
    case null:
      return null
  }
}

export function writeCard(summary: DocumentSummary): Uint8Array {
  switch (summary.kind) {
    case 'brief':
      return writeBriefCard(summary, limits.cardBytes)
    case 'talk':
      return writeTalkCard(summary, limits.cardBytes)
    case 'task':
      return writeTaskCard(summary, limits.cardBytes)
    case 'person':
      // Their days alone could fill many cards, and whoever may read them has the document.
      return cardBytes({ ...summary, days: {}, kind: undefined }, limits.cardBytes)
    case 'sop':
      // Its text is far too long, and everybody is given the document.
      return cardBytes({ title: '' }, limits.cardBytes)
    case 'workspace':
    case 'template':
    case 'prices':
    case 'costs':
      return cardBytes({ ...summary, kind: undefined }, limits.cardBytes)
  }
}

/** Null for a card of another app or version. */
export const readCard = (card: Uint8Array, name: DocName): DocumentSummary | null =>
  parseSummary(cardIn(card), name)
