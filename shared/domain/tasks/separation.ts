/**
 * Separation of duties: who may not do the review a task stands in, from what people did in it (docs/decisions.md, 29). It asks
 * who made it in any round, and under `strict` who reviewed it since it was last sent back. A gate, not a right: what got past it
 * offline counts, and is marked.
 */
import type { MemberId } from '#shared/lib/ids.ts'
import { doingOf, stageById, type DutyRule, type Sop, type StageDoing } from './sop.ts'

/** As records/task-log.ts tells it, in the order of the log. */
export interface DoneEntry {
  readonly id: string
  readonly outcome: string
  readonly by: MemberId
  /** The stage it was made in. */
  readonly step: string
}

/** `made`: this very asset; `reviewed`: another level of the same round. */
export type NotAllowed = 'made' | 'reviewed'

export interface Duties {
  readonly rule: DutyRule
  /** Whoever made it, in any round. */
  readonly makers: ReadonlySet<MemberId>
  /** Entries by which somebody passed what they had made themselves. */
  readonly same: ReadonlySet<string>
  /** Null: this person may do the stage. */
  why(step: string, member: MemberId): NotAllowed | null
}

export function dutiesIn(sop: Sop, entries: readonly DoneEntry[]): Duties {
  const rule = sop.duties ?? 'solo'
  const makers = new Set<MemberId>()
  const same = new Set<string>()
  /** By stage, who last began it or handed it in. */
  const doing = new Map<string, MemberId>()
  /** By stage, who passed it since it was last sent back. */
  const passed = new Map<string, MemberId>()
  for (const { id, outcome, by, step } of entries) {
    if (outcome === 'started' || outcome === 'submitted') doing.set(step, by)
    else if (outcome === 'back') passed.clear()
    else if (outcome === 'forward') {
      const does = doingAt(sop, step)
      if (does === 'makes') makers.add(doing.get(step) ?? by)
      if (does === 'reviews' && makers.has(by)) same.add(id)
      if (does === 'reviews') passed.set(step, by)
      doing.delete(step)
    }
  }
  return {
    ...{ rule, makers, same },
    why(step, member) {
      if (rule === 'solo' || doingAt(sop, step) !== 'reviews') return null
      if (makers.has(member)) return 'made'
      const others = [...passed].filter(([other]) => other !== step)
      return rule === 'strict' && others.some(([, by]) => by === member) ? 'reviewed' : null
    },
  }
}

function doingAt(sop: Sop, step: string): StageDoing | null {
  const stage = stageById(sop, step)
  return stage === null || stage.owner === null ? null : doingOf(sop, stage)
}
