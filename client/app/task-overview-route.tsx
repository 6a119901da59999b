/** Beside the list of tasks while none is open. */
import { useLocation } from '@solidjs/router'
import { TaskOverview } from '#client/features/tasks/task-overview.tsx'
import { readFilter } from '#client/features/tasks/task-filter.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'

export function TaskOverviewRoute(props: { readonly tasks: readonly ListedTask[] }) {
  const location = useLocation()
  return <TaskOverview tasks={props.tasks} filter={readFilter(location.search)} />
}
