/** How much of the team's finished work had been sent back, by the definition of the figures (docs/decisions.md, 26). */
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { TeamRework } from '#shared/domain/estimates/rework-share.ts'
import { walkTask } from '#shared/records/task-walk.ts'

export function teamRework(
  tasks: readonly Pick<ListedTask, 'summary' | 'sop' | 'log' | 'path'>[],
): TeamRework {
  const approved = tasks.filter(
    ({ summary, sop, log }) => sop !== null && log.isOver && !summary.retired,
  )
  // Only what has a send-back in its log can have come back; the others need no walk.
  const reworked = approved.filter(
    ({ log, path }) =>
      log.entries.some(({ outcome }) => outcome === 'back') &&
      walkTask(log.entries, path).rounds.length > 0,
  )
  return { approved: approved.length, reworked: reworked.length }
}
