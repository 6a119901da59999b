/** What stands between a task and its next stage: ticks that are missing, and what the app will look at itself one day. */
import type { DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import { checksFor, type SopCheck, type SopStage } from './sop.ts'
import { tickOf } from './task.ts'

export interface Gate {
  readonly checks: readonly { readonly check: SopCheck; readonly ticked: boolean }[]
  readonly missing: readonly SopCheck[]
  /** Said, and not counted. */
  readonly later: readonly SopCheck[]
}

export function gateOf(
  stage: SopStage,
  kind: DeliverableKind,
  ticks: ReadonlySet<string>,
  round: number,
): Gate {
  const asked = checksFor(stage.exit, kind)
  const checks = asked
    .filter(({ isLater }) => !isLater)
    .map((check) => ({ check, ticked: ticks.has(tickOf(stage.id, check.id, round)) }))
  return {
    checks,
    missing: checks.filter(({ ticked }) => !ticked).map(({ check }) => check),
    later: asked.filter(({ isLater }) => isLater),
  }
}
