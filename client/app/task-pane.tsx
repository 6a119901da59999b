/** The list of tasks beside the page, with the filter the address holds. */
import { useLocation, useNavigate } from '@solidjs/router'
import { createMemo, createSignal, onCleanup } from 'solid-js'
import { TaskList } from '#client/features/tasks/task-list.tsx'
import { readFilter, writeFilter, type TaskFilter } from '#client/features/tasks/task-filter.ts'
import type { Replica } from '#client/replica/replica.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import { createSavedCalls } from './saved-calls.ts'
import { createBulkCalls } from './bulk-calls.ts'
import { askerAmong, type Tasks } from './tasks.ts'

export interface TaskPaneProps {
  readonly replica: Replica
  readonly tasks: NonNullable<ReturnType<Tasks>>
  readonly me: string
  readonly people: readonly Person[]
  readonly current: DocName | null
  readonly titleOf: (name: DocName) => string
  readonly nameOf: (member: string) => string
  /** How much is new since this person's hours began. */
  readonly news: number
  readonly now: () => number
}

const tickMs = 60_000

export function TaskPane(props: TaskPaneProps) {
  const location = useLocation()
  const navigate = useNavigate()
  const [now, setNow] = createSignal(props.now())
  const timer = setInterval(() => setNow(props.now()), tickMs)
  onCleanup(() => clearInterval(timer))
  const filter = createMemo(() => readFilter(location.search))
  const briefs = createMemo(() =>
    [...new Set(props.tasks.map(({ summary }) => summary.brief))].map((topic) => ({
      topic: String(topic),
      title: props.titleOf(documentNamed('brief', topic)),
    })),
  )
  const saved = createSavedCalls(props.replica)
  const bulk = createBulkCalls(
    props.replica,
    () => props.people,
    (name) => props.tasks.find((task) => task.name === name) ?? null,
  )
  const show = (next: TaskFilter): void =>
    navigate(`${location.pathname}${writeFilter(next)}`, { replace: true, scroll: false })
  return (
    <TaskList
      tasks={props.tasks}
      briefs={briefs()}
      filter={filter()}
      asker={askerAmong(props.people, props.me)}
      current={props.current}
      nameOf={props.nameOf}
      news={props.news}
      now={now()}
      onFilter={show}
      bulk={bulk}
      saved={saved}
      onOpen={(name) => navigate(`/tasks/${name}${location.search}`, { replace: true })}
    />
  )
}
