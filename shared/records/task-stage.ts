/**
 * Where a task stands, from moves alone and without clocks (DESIGN, "Stage without clocks"): a move forward counts only if it
 * knew every send-back; the stage is the later of the earliest target among send-backs no other send-back knew, and the
 * furthest target among forwards that count. The same on every device for any order of the same moves.
 */
export interface Move {
  readonly id: string
  readonly outcome: 'forward' | 'back'
  /** The stage it leads to. */
  readonly to: string
  /** Ids of the send-backs its maker had seen. */
  readonly knows: ReadonlySet<string>
}

export interface Standing {
  /** Place in the path, from 0. */
  readonly place: number
  /** How often it was sent back. */
  readonly round: number
  /** The send-backs there are: what the next entry names as known. */
  readonly sentBack: readonly string[]
}

/** `path` is never empty. Moves to stages that are not on it are passed over. */
export function foldStage(path: readonly string[], moves: readonly Move[]): Standing {
  const placed = moves.flatMap((move) => {
    const place = path.indexOf(move.to)
    return place < 0 ? [] : [{ ...move, place }]
  })
  const backs = placed.filter(({ outcome }) => outcome === 'back')
  const knewAll = (knows: ReadonlySet<string>): boolean => backs.every(({ id }) => knows.has(id))
  const forwards = placed.filter(({ outcome, knows }) => outcome === 'forward' && knewAll(knows))
  const open = backs.filter(({ id }) => !backs.some((other) => other.knows.has(id)))
  const from = open.length === 0 ? 0 : Math.min(...open.map(({ place }) => place))
  return {
    place: Math.max(from, ...forwards.map(({ place }) => place)),
    round: backs.length,
    sentBack: backs.map(({ id }) => id).sort(),
  }
}
