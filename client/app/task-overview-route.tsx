/** The looks at all tasks, as the address says which. Beside the list on a desk, pages of their own on a phone. */
import { useLocation, useNavigate } from '@solidjs/router'
import { readFilter } from '#client/features/tasks/task-filter.ts'
import { viewNames } from '#client/features/tasks/views/view-names.ts'
import { ViewsPage } from '#client/features/tasks/views/views-page.tsx'
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { Replica } from '#client/replica/replica.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { DocName, Topic } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import { createBulkCalls } from './bulk-calls.ts'
import { askerAmong } from './tasks.ts'

export interface TaskOverviewRouteProps {
  readonly replica: Replica
  readonly tasks: readonly ListedTask[]
  readonly me: string
  readonly people: readonly Person[]
  readonly nameOf: (member: string) => string
  readonly titleOf: (name: DocName) => string
  readonly now: number
}

export function TaskOverviewRoute(props: TaskOverviewRouteProps) {
  const location = useLocation()
  const navigate = useNavigate()
  const view = () => viewNames.find((name) => location.pathname === `/tasks/${name}`) ?? 'board'
  const bulk = createBulkCalls(
    props.replica,
    () => props.people,
    (name) => props.tasks.find((task) => task.name === name) ?? null,
  )
  return (
    <ViewsPage
      view={view()}
      tasks={props.tasks}
      filter={readFilter(location.search)}
      asker={askerAmong(props.people, props.me)}
      nameOf={props.nameOf}
      now={props.now}
      titleOf={(brief) => props.titleOf(documentNamed('brief', brief as Topic))}
      onView={(next) => navigate(`/tasks/${next}${location.search}`, { replace: true })}
      onBack={() => navigate(`/tasks${location.search}`)}
      bulk={bulk}
    />
  )
}
