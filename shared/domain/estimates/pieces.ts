/**
 * What a brief comes to, as an estimate counts it: one piece for each asset task, whether there are tasks already or a
 * break-down would make them. Pure. Left out: what a piece costs (estimate.ts).
 */
import { breakDown, type BreakDownRefusal } from '#shared/domain/tasks/break-down.ts'
import type { Sop } from '#shared/domain/tasks/sop.ts'
import type { TaskPlan } from '#shared/domain/tasks/task.ts'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import {
  deliverableById,
  isComplexity,
  type Complexity,
} from '#shared/domain/choices/deliverables.ts'
import { languageOf } from '#shared/domain/choices/languages.ts'
import type { Topic } from '#shared/lib/ids.ts'
import { ok, type Result } from '#shared/lib/result.ts'

export interface Piece {
  readonly deliverable: string
  readonly complexity: Complexity
  readonly path: TaskPlan['path']
  /** Language id, where it is translated on its way. */
  readonly translatedTo: string | null
}

type Planned = Pick<TaskPlan, 'deliverable' | 'path' | 'locale' | 'translates'>

export interface BriefPieces {
  readonly pieces: readonly Piece[]
  /** `tasks`: those that are there; `plan`: what a break-down would make. */
  readonly from: 'tasks' | 'plan'
}

/** `tasks`: of this brief, retired ones too; once there are any, what stands counts. */
export function piecesOf(
  brief: Brief,
  topic: Topic,
  sop: Sop,
  tasks: readonly (Planned & { readonly retired: boolean })[],
): Result<BriefPieces, BreakDownRefusal> {
  const pieceOf = ({ deliverable, path, locale, translates }: Planned): Piece => ({
    ...{ deliverable, path },
    complexity: complexityIn(brief, deliverable),
    translatedTo: translates ? (languageOf(locale)?.id ?? locale) : null,
  })
  if (tasks.length > 0)
    return ok({ from: 'tasks', pieces: tasks.filter(({ retired }) => !retired).map(pieceOf) })
  const planned = breakDown(brief, topic, sop)
  return planned.ok ? ok({ from: 'plan', pieces: planned.value.map(pieceOf) }) : planned
}

/** As the brief says; what the deliverable cannot be, or what no brief says, is its usual one. */
function complexityIn({ deliverables }: Brief, deliverable: string): Complexity {
  const said = deliverables.find(({ id }) => String(id) === deliverable)?.complexity ?? ''
  const offered = deliverableById(deliverable)?.complexities ?? []
  return isComplexity(said) && offered.includes(said) ? said : (offered[0] ?? 'static')
}
