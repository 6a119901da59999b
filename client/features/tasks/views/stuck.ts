/**
 * Tasks nothing moves in, and whose turn it is: something went wrong, held up by other tasks, waiting for somebody, overdue, or
 * nobody's though their time has come. Pure.
 */
import type { ListedTask } from '#client/live/list-tasks.ts'
import { latenessOf } from '#shared/domain/tasks/lateness.ts'

export type StuckBecause = 'trouble' | 'held-up' | 'waiting' | 'late' | 'nobody'

export interface StuckTask {
  readonly task: ListedTask
  readonly because: StuckBecause
  /** When it came to that, ms. */
  readonly since: number
  /** Who is expected to act; null: nobody has been named. */
  readonly whom: string | null
}

/** What went wrong first, then the longest. Tasks that wait for their master are not stuck themselves. */
export function stuckTasks(tasks: readonly ListedTask[], now: number): readonly StuckTask[] {
  const byTopic = new Map(tasks.map((task) => [task.topic, task]))
  const rank = ({ because }: StuckTask): number => (because === 'trouble' ? 0 : 1)
  return tasks
    .flatMap((task) => stuckAs(task, byTopic, now) ?? [])
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        one.since - other.since ||
        (one.task.name < other.task.name ? -1 : 1),
    )
}

function stuckAs(
  task: ListedTask,
  byTopic: ReadonlyMap<string, ListedTask>,
  now: number,
): StuckTask | null {
  const { log, due, owner, role, summary, waitsForMaster } = task
  const [trouble] = log.troubles
  if (trouble !== undefined && !summary.retired)
    return { task, because: 'trouble', since: trouble.at, whom: trouble.whom ?? owner }
  if (log.isOver || summary.retired || role === null || waitsForMaster) return null
  const holds = task.waits.find(({ state }) => state === 'open')
  if (holds !== undefined) {
    // Since nothing happened to it; nobody notes when a wait was set, and a message moves nothing.
    const since =
      log.entries.findLast(({ outcome }) => outcome !== 'told')?.at ?? due?.soonFrom ?? now
    return { task, because: 'held-up', since, whom: byTopic.get(holds.topic)?.owner ?? null }
  }
  if (log.state === 'waiting' && log.decisive !== null)
    return { task, because: 'waiting', since: log.decisive.at, whom: log.decisive.whom ?? owner }
  if (due === null || latenessOf(due, now) === 'in-time') return null
  if (latenessOf(due, now) === 'late')
    return { task, because: 'late', since: due.dueAt, whom: owner }
  return owner === null ? { task, because: 'nobody', since: due.soonFrom, whom: null } : null
}
