/** Tasks nothing moves in, and whose turn it is: waiting for somebody, overdue, or nobody's though their time has come. Pure. */
import type { ListedTask } from '#client/live/list-tasks.ts'
import { latenessOf } from '#shared/domain/tasks/lateness.ts'

export type StuckBecause = 'waiting' | 'late' | 'nobody'

export interface StuckTask {
  readonly task: ListedTask
  readonly because: StuckBecause
  /** When it came to that, ms. */
  readonly since: number
  /** Who is expected to act; null: nobody has been named. */
  readonly whom: string | null
}

/** The longest first. Tasks that wait for their master are not stuck themselves. */
export function stuckTasks(tasks: readonly ListedTask[], now: number): readonly StuckTask[] {
  return tasks
    .flatMap((task) => stuckAs(task, now) ?? [])
    .sort((one, other) => one.since - other.since || (one.task.name < other.task.name ? -1 : 1))
}

function stuckAs(task: ListedTask, now: number): StuckTask | null {
  const { log, due, owner, role, summary, waitsForMaster } = task
  if (log.isOver || summary.retired || role === null || waitsForMaster) return null
  if (log.state === 'waiting' && log.decisive !== null)
    return { task, because: 'waiting', since: log.decisive.at, whom: log.decisive.whom ?? owner }
  if (due === null || latenessOf(due, now) === 'in-time') return null
  if (latenessOf(due, now) === 'late')
    return { task, because: 'late', since: due.dueAt, whom: owner }
  return owner === null ? { task, because: 'nobody', since: due.soonFrom, whom: null } : null
}
