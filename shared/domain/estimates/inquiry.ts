/** What a vendor is asked to quote for: how many of what, made how, into which language. Facts alone; no price ever stands in it. */
import type { Complexity } from '#shared/domain/choices/deliverables.ts'
import { serviceHours } from '#shared/domain/tasks/service-hours.ts'
import { groupPieces, type PieceGroup } from './group-pieces.ts'
import type { Piece } from './pieces.ts'

export interface InquiryRow {
  readonly deliverable: string
  /** Null: however it is made. */
  readonly complexity: Complexity | null
  readonly work: 'make' | 'adapt' | 'translate'
  /** Language id; null where nothing is translated. */
  readonly language: string | null
  readonly pieces: number
}

export function inquiryRows(pieces: readonly Piece[]): InquiryRow[] {
  const { made, adapted, translated } = groupPieces(pieces)
  return [
    ...made.map(({ deliverable, complexity, made: count }): InquiryRow => ({
      ...{ deliverable, complexity, work: 'make', language: null, pieces: count },
    })),
    ...adapted.map(({ deliverable, count }): InquiryRow => ({
      ...{ deliverable, complexity: null, work: 'adapt', language: null, pieces: count },
    })),
    ...translated.flatMap(({ language, of }) =>
      of.filter(carriesText).map(({ deliverable, count }): InquiryRow => ({
        ...{ deliverable, complexity: null, work: 'translate', language, pieces: count },
      })),
    ),
  ]
}

/** A main image carries none, so there is nothing to translate in it. */
const carriesText = ({ deliverable }: PieceGroup): boolean =>
  serviceHours[deliverable]?.['localisation'] !== 0
