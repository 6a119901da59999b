/** What is asked of the figures: a period, and whose work. */
import type { MemberId } from '#shared/lib/ids.ts'

export interface Asked {
  /** Ms; `to` is not in it. */
  readonly from: number
  readonly to: number
  readonly now: number
  /** Whose work counts: who made the task, or did the stage. Null: everybody's. */
  readonly doer: ((member: MemberId) => boolean) | null
}

export const isIn = (at: number | null, { from, to }: Pick<Asked, 'from' | 'to'>): boolean =>
  at !== null && at >= from && at < to

export const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)
