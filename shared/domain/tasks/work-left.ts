/** What is still to be done of a path from the stage a task stands in: of one under way the rest, of one submitted nothing. */
import { leftOf } from './expect-stages.ts'
import type { StageWork } from './plan-stages.ts'

export type Progress =
  | { readonly state: 'ready' | 'waiting' | 'submitted' }
  | { readonly state: 'started'; readonly since: number }

/** `rest`: the ids of the stages from the present one on. What waits is counted as not begun: nobody knows how far it came. */
export function workLeft(
  work: readonly StageWork[],
  rest: readonly string[],
  progress: Progress,
  now: number,
): readonly StageWork[] {
  return work
    .filter(({ id }) => rest.includes(id))
    .map((stage) => {
      if (stage.id !== rest[0]) return stage
      if (progress.state === 'submitted') return { ...stage, ms: 0 }
      return progress.state === 'started'
        ? { ...stage, ms: leftOf(stage, progress.since, now) }
        : stage
    })
}
