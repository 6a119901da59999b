/** Pieces counted by what is done with them, in the catalogue's order so that every device lists them alike. */
import { deliverables, type Complexity } from '#shared/domain/choices/deliverables.ts'
import type { Piece } from './pieces.ts'

export interface PieceGroup {
  readonly deliverable: string
  readonly count: number
}

export interface MadeGroup {
  readonly deliverable: string
  readonly complexity: Complexity
  readonly made: number
}

export interface GroupedPieces {
  /** Made from nothing: masters, and tasks that are both. */
  readonly made: readonly MadeGroup[]
  /** Fitted to a platform. */
  readonly adapted: readonly PieceGroup[]
  /** By language, in the order of the alphabet. */
  readonly translated: readonly { readonly language: string; readonly of: readonly PieceGroup[] }[]
  /** Looked at: a master and an adaptation once, what is both twice. */
  readonly checked: readonly PieceGroup[]
}

export function groupPieces(pieces: readonly Piece[]): GroupedPieces {
  const made = pieces.filter(({ path }) => path !== 'adaptation')
  const languages = [...new Set(pieces.flatMap(({ translatedTo }) => translatedTo ?? []))].sort()
  const complexities = [...new Set(made.map(({ complexity }) => complexity))].sort()
  return {
    made: complexities
      .flatMap((complexity) =>
        counted(made.filter((one) => one.complexity === complexity)).map(
          ({ deliverable, count }): MadeGroup => ({ deliverable, complexity, made: count }),
        ),
      )
      .toSorted((one, other) => placeOf(one.deliverable) - placeOf(other.deliverable)),
    adapted: counted(pieces.filter(({ path }) => path !== 'master')),
    translated: languages.map((language) => ({
      language,
      of: counted(pieces.filter(({ translatedTo }) => translatedTo === language)),
    })),
    checked: counted(pieces.flatMap((one) => (one.path === 'whole' ? [one, one] : [one]))),
  }
}

function counted(pieces: readonly Piece[]): PieceGroup[] {
  const counts = new Map<string, number>()
  for (const { deliverable } of pieces) counts.set(deliverable, (counts.get(deliverable) ?? 0) + 1)
  return [...counts]
    .map(([deliverable, count]) => ({ deliverable, count }))
    .sort((one, other) => placeOf(one.deliverable) - placeOf(other.deliverable))
}

const places = new Map(deliverables.map(({ id }, place) => [id, place]))
const placeOf = (deliverable: string): number => places.get(deliverable) ?? places.size
