/** How many of a brief's pieces are expected to come back: the team's own rate once there are cases, and more for a thin brief. */
import { otherKeys } from './price-keys.ts'
import { priceOf, type PriceTable } from './price-table.ts'

/** Of tasks that were approved: how many, and how many of them had been sent back. */
export interface TeamRework {
  readonly approved: number
  readonly reworked: number
}

export interface ReworkShare {
  /** Whole percent. */
  readonly percent: number
  readonly base: number
  /** Null: too few were approved, so the table's figure. */
  readonly team: TeamRework | null
  /** Points below the bar, and what they add. */
  readonly below: number
  readonly added: number
}

/** Under five cases a rate says nothing (docs/decisions.md, 26). */
export const fewestCases = 5
const most = 95

export function reworkShare(
  prices: PriceTable,
  team: TeamRework,
  score: number,
  bar: number,
): ReworkShare {
  const isKnown = team.approved >= fewestCases
  const base = isKnown
    ? Math.round((team.reworked / team.approved) * 100)
    : Math.round(priceOf(prices, otherKeys.rework))
  const below = Math.max(0, bar - score)
  const added = Math.round(below * priceOf(prices, otherKeys.reworkPoint))
  return { base, team: isKnown ? team : null, below, added, percent: Math.min(most, base + added) }
}
