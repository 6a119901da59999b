/** Whether a stage is overdue, or due within one working day of its owner. Moments in ms. */
import type { PlannedStage, StagePlan } from './plan-stages.ts'

/** Kept without a clock in it, so that it stands while time goes by. */
export type StageDue = Pick<PlannedStage, 'dueAt' | 'soonFrom'>

export type Lateness = 'late' | 'soon' | 'in-time'

export const latenessOf = ({ dueAt, soonFrom }: StageDue, now: number): Lateness =>
  now > dueAt ? 'late' : now >= soonFrom ? 'soon' : 'in-time'

/** When the stage is due; null for one nobody works in, and without a plan. */
export const dueOf = (plan: StagePlan | null, step: string): StageDue | null =>
  plan?.stages.find(({ id }) => id === step) ?? null
