/** The tasks of the workspace as lists show them, from rows and records alone. Follows until the calling view goes. */
import { createMemo, type Accessor } from 'solid-js'
import type { Asker } from '#client/features/tasks/task-filter.ts'
import { createTaskLister, type ListedTask } from '#client/live/list-tasks.ts'
import { followRecords } from '#client/live/records-by-scope.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import type { Person } from '#shared/protocol/control.ts'
import { fetchVersions } from './fetch-versions.ts'

/** Null for the first moments. */
export type Tasks = Accessor<readonly ListedTask[] | null>

export function followTasks(
  replica: Pick<Replica, 'records' | 'identity' | 'openDocument'>,
  documents: Accessor<readonly IndexEntry<DocumentSummary>[]>,
  people: Accessor<readonly Person[]>,
): Tasks {
  const { records, identity } = replica
  const byTask = followRecords(records, 'task')
  const lister = createTaskLister()
  /** Before anybody is told of, nobody counts as gone. */
  const here = createMemo(() => {
    const there = people().filter(({ removed }) => !removed)
    return there.length === 0 ? null : new Set([identity.member, ...there.map((one) => one.member)])
  })
  const tasks = createMemo(() => {
    const among = here()
    const logs = byTask()
    return logs && lister.list(documents(), logs, (member) => among?.has(member) !== false)
  })
  fetchVersions(replica, tasks)
  return tasks
}

export const askerAmong = (people: readonly Person[], me: string): Asker => ({
  me,
  functions: people.find(({ member }) => member === me)?.functions ?? [],
})
