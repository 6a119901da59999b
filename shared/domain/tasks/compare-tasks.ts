/**
 * What a break-down would change about the tasks that are there: those to add, those to bring back, those the brief does not
 * ask for any more. Nothing is decided here, and nothing leaves by itself.
 */
import type { Topic } from '#shared/lib/ids.ts'
import { masterOf, type Cell } from './break-down.ts'
import type { TaskSummary } from './task.ts'

export interface TaskThere {
  readonly topic: Topic
  readonly summary: Pick<TaskSummary, 'retired' | 'platform' | 'locale' | 'path'>
}

export interface TaskChanges {
  readonly add: readonly Cell[]
  /** Retired before, wanted again. */
  readonly bringBack: readonly Topic[]
  readonly retire: readonly Topic[]
  readonly kept: number
}

/** `there`: all tasks of the brief. A listing that a whole task already makes is not made a second time. */
export function compareTasks(wanted: readonly Cell[], there: readonly TaskThere[]): TaskChanges {
  const known = new Map(there.map((task) => [task.topic, task.summary]))
  const isMade = (cell: Cell): boolean => {
    const master = masterOf(cell)
    const whole = master === null ? undefined : known.get(master)
    return (
      whole?.path === 'whole' &&
      !whole.retired &&
      whole.platform === cell.platform &&
      whole.locale === cell.locale
    )
  }
  const asked = wanted.filter((cell) => known.has(cell.topic) || !isMade(cell))
  const topics = new Set(asked.map(({ topic }) => topic))
  return {
    add: asked.filter(({ topic }) => !known.has(topic)),
    bringBack: asked.filter(({ topic }) => known.get(topic)?.retired).map(({ topic }) => topic),
    retire: there
      .filter(({ topic, summary }) => !summary.retired && !topics.has(topic))
      .map(({ topic }) => topic),
    kept: asked.filter(({ topic }) => known.get(topic)?.retired === false).length,
  }
}
