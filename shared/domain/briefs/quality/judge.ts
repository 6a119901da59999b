/**
 * How complete a brief is, from 0 to 100, and why: each item with its weight and how much of it is there, the vague words that
 * cost points, and what no chosen platform has room for. Pure and total; nothing of it is stored. The method is items.ts.
 */
import type { Brief } from '#shared/domain/briefs/brief.ts'
import { chosenIn } from './chosen.ts'
import { flagsOf, type Flags } from './flags.ts'
import {
  mostPointsOfFlags,
  pointsPerFlag,
  qualityItemById,
  scoreBar,
  type ItemId,
} from './items.ts'
import { shareOf } from './judge-items.ts'
import { notOffered, overMost, type NotOffered, type OverMost } from './rooms.ts'
import { weightsOf } from './weights.ts'

export interface JudgedItem {
  readonly id: ItemId
  readonly weight: number
  /** Of its weight, rounded down. */
  readonly points: number
  readonly standing: 'satisfied' | 'partial' | 'missing'
  readonly hard: boolean
}

export interface Quality extends Flags {
  readonly score: number
  /** It may be submitted with a reason alone. */
  readonly belowBar: boolean
  /** Before flags cost anything. */
  readonly base: number
  readonly penalty: number
  /** Those that apply, in the order of the method. */
  readonly items: readonly JudgedItem[]
  /** Without these it cannot be submitted. */
  readonly hardMissing: readonly ItemId[]
  readonly notOffered: readonly NotOffered[]
  readonly overMost: readonly OverMost[]
}

/** `notes` as plain text; `today` as `YYYY-MM-DD` where the reader is. */
export function judgeBrief(brief: Brief, notes: string, today: string): Quality {
  const chosen = chosenIn(brief)
  const { flags, meant } = flagsOf(brief, notes)
  const items = [...weightsOf(chosen)].map(([id, weight]): JudgedItem => {
    const share = shareOf(id, { brief, chosen, flags, today })
    const { hard } = qualityItemById(id)
    const standing = share >= 1 ? 'satisfied' : share > 0 ? 'partial' : 'missing'
    return { id, weight, points: Math.floor(weight * share + 1e-9), standing, hard }
  })
  const base = items.reduce((sum, { points }) => sum + points, 0)
  const penalty = Math.min(mostPointsOfFlags, flags.length * pointsPerFlag)
  const score = Math.max(0, base - penalty)
  return {
    score,
    belowBar: score < scoreBar,
    base,
    penalty,
    items,
    hardMissing: items
      .filter(({ hard, standing }) => hard && standing === 'missing')
      .map(({ id }) => id),
    flags,
    meant,
    notOffered: notOffered(brief, chosen),
    overMost: overMost(brief, chosen),
  }
}
