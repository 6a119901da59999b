/** The figures of the tasks as the address asks for them, counted in slices between frames and again when anything changes. */
import { useLocation, useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import {
  readFiguresFilter,
  spanOfPeriod,
  writeFiguresFilter,
  type FiguresFilter,
} from '#client/features/tasks/figures/figures-filter.ts'
import { FiguresPage } from '#client/features/tasks/figures/figures.page.tsx'
import { wholeName } from '#client/features/tasks/say-task.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { createCaseMaker } from '#client/live/task-cases.ts'
import { createWorkCalendars } from '#client/live/work-calendars.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { stagesOfTasks } from '#shared/domain/tasks/all-stages.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { measureSteps, type Figures } from '#shared/domain/tasks/figures/measure-tasks.ts'
import type { TaskCase } from '#shared/domain/tasks/figures/task-case.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { DocName, Topic } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { BriefFlow } from '#shared/records/brief-flow.ts'

export interface FiguresRouteProps {
  /** Null for the first moments. */
  readonly flows: ReadonlyMap<DocName, BriefFlow> | null
  readonly tasks: readonly ListedTask[]
  readonly documents: readonly IndexEntry<DocumentSummary>[]
  readonly people: readonly Person[]
  readonly now: () => number
}

/** Half a frame: what else the page does finds room beside it. */
const sliceMs = 8

export function FiguresRoute(props: FiguresRouteProps) {
  const location = useLocation()
  const navigate = useNavigate()
  const filter = createMemo(() => readFiguresFilter(location.search))
  const [calendarsOf, maker] = [createWorkCalendars(), createCaseMaker()]
  const gone = createMemo(
    () => new Set<string>(props.people.filter((one) => one.removed).map((one) => one.member)),
  )
  const wantedBy = createMemo(
    () =>
      new Map(
        props.documents.flatMap(({ name, summary }) =>
          summary.kind === 'brief' ? [[name, summary.wantedBy] as const] : [],
        ),
      ),
  )
  const around = createMemo(() => {
    const [flows, wanted] = [props.flows, wantedBy()]
    if (flows === null) return null
    return {
      flowOf: (topic: Topic) => flows.get(documentNamed('brief', topic)) ?? null,
      wantedBy: (topic: Topic) => wanted.get(documentNamed('brief', topic)),
      calendars: calendarsOf(props.documents, (member) => !gone().has(member)),
    }
  })
  const [cases, setCases] = createSignal<readonly TaskCase[] | null>(null)
  createEffect(
    on([() => props.tasks, around], ([tasks, now]) => {
      if (now !== null) inSlices(maker.steps(tasks, now), setCases)
    }),
  )
  const outside = createMemo(
    () => new Set<string>(props.people.filter((one) => one.outside).map((one) => one.member)),
  )
  const stages = createMemo(() => stagesOfTasks(defaultSop, props.tasks))
  const [figures, setFigures] = createSignal<Figures | null>(null)
  createEffect(
    on([cases, filter, outside, stages], ([all, { period, by }, others, known]) => {
      if (all === null) return
      const now = props.now()
      const doer = by === 'all' ? null : (one: string) => others.has(one) === (by === 'outside')
      const ids = known.map(({ id }) => id)
      inSlices(measureSteps(all, { ...spanOfPeriod(period, now), now, doer }, ids), setFigures)
    }),
  )
  const byName = createMemo(() => new Map(props.tasks.map((task) => [task.name, task])))
  const nameOfTask = (name: DocName): string => {
    const summary = byName().get(name)?.summary
    return summary === undefined ? '' : wholeName(summary)
  }
  const show = (next: FiguresFilter): void =>
    navigate(`${location.pathname}${writeFiguresFilter(next)}`, { replace: true, scroll: false })
  return (
    <FiguresPage
      figures={figures()}
      stages={stages()}
      hasTasks={props.tasks.length > 0}
      filter={filter()}
      onFilter={show}
      nameOfTask={nameOfTask}
      onBack={() => navigate('/tasks')}
    />
  )
}

/** A few steps at a time, until the calling effect runs again or its view goes. */
function inSlices<T extends object>(steps: Generator<undefined, T>, done: (made: T) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const slice = (): void => {
    const until = performance.now() + sliceMs
    do {
      const step = steps.next()
      if (step.done) return void done(step.value)
    } while (performance.now() < until)
    timer = setTimeout(slice)
  }
  slice()
  onCleanup(() => clearTimeout(timer))
}
