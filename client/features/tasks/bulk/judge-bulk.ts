/** Of many tasks changed by one act: whether this one can be, as its own page would say, and if not why. Pure. */
import { isHeldUp, type ListedTask } from '#client/live/list-tasks.ts'
import { gateOf } from '#shared/domain/tasks/gate.ts'
import { dutiesIn } from '#shared/domain/tasks/separation.ts'
import type { Tag } from '#shared/domain/tasks/tags.ts'
import { dayOf } from '#shared/domain/tasks/task.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'

export type BulkAct =
  /** Who does the stage each of them stands in. */
  | { readonly kind: 'assign'; readonly to: MemberId | null }
  /** Null: as the brief wanted it. */
  | { readonly kind: 'day'; readonly day: string | null }
  /** To its next stage. */
  | { readonly kind: 'move' }
  | { readonly kind: 'tag'; readonly tag: Tag; readonly on: boolean }

export const reasonsNot = [
  'not-here',
  'read-only',
  'unknown-sop',
  'retired',
  'arrived',
  'waits-for-master',
  'held-up',
  'unticked',
  'own-work',
  'already',
  'too-many-tags',
] as const
export type WhyNot = (typeof reasonsNot)[number]

type Judged = Pick<
  ListedTask,
  | 'isHere'
  | 'summary'
  | 'sop'
  | 'stage'
  | 'kind'
  | 'role'
  | 'log'
  | 'owner'
  | 'waits'
  | 'waitsForMaster'
>

/** `me`: who moves it. `ticks`: what is ticked in it; null where that was not looked up, as only a move asks for it. */
export function whyNot(
  task: Judged,
  act: BulkAct,
  mayWrite: boolean,
  ticks: ReadonlySet<string> | null,
  me: MemberId,
): WhyNot | null {
  const { summary, log } = task
  if (!task.isHere) return 'not-here'
  if (!mayWrite) return 'read-only'
  if (act.kind === 'tag') {
    if (summary.tags.includes(act.tag) === act.on) return 'already'
    return act.on && summary.tags.length >= limits.tagsPerTask ? 'too-many-tags' : null
  }
  if (task.sop === null || task.stage === null) return 'unknown-sop'
  if (summary.retired) return 'retired'
  if (log.isOver || (act.kind === 'assign' && task.role === null)) return 'arrived'
  const isBarred = (who: MemberId): boolean =>
    task.sop !== null && dutiesIn(task.sop, log.entries).why(log.step, who) !== null
  if (act.kind === 'assign') {
    if ((summary.owners[log.step] ?? null) === act.to) return 'already'
    return act.to !== null && isBarred(act.to) ? 'own-work' : null
  }
  if (act.kind === 'day') return isDay(summary, act.day) ? 'already' : null
  if (task.waitsForMaster) return 'waits-for-master'
  if (isHeldUp(task)) return 'held-up'
  const { missing } = gateOf(task.stage, task.kind, ticks ?? new Set(), log.round)
  if (missing.length > 0) return 'unticked'
  return isBarred(me) ? 'own-work' : null
}

const isDay = (summary: ListedTask['summary'], day: string | null): boolean =>
  day === null ? summary.dueOn === null : dayOf(summary) === day
