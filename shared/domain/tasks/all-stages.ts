/**
 * The stages of several versions of the SOP as one list, for views that show tasks of all of them: each once, under the name the
 * last version gives it, and behind the stage it follows there.
 */
import type { Sop, SopStage } from './sop.ts'

export function allStages(sops: readonly Sop[]): readonly SopStage[] {
  const stages: SopStage[] = []
  for (const sop of new Set(sops))
    sop.stages.forEach((stage, at) => {
      const known = stages.findIndex(({ id }) => id === stage.id)
      if (known >= 0) return void (stages[known] = stage)
      const before = sop.stages[at - 1]
      const behind = before === undefined ? -1 : stages.findIndex(({ id }) => id === before.id)
      stages.splice(behind + 1, 0, stage)
    })
  return stages
}

/** Of the versions tasks are under, the shipped one first. */
export const stagesOfTasks = (
  shipped: Sop,
  tasks: readonly { readonly sop: Sop | null }[],
): readonly SopStage[] => allStages([shipped, ...tasks.flatMap(({ sop }) => sop ?? [])])
