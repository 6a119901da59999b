/** One look at all tasks at a time, which the address names: board, SKU matrix, workload. Beside the list on a desk, a page on a phone. */
import { createMemo, Match, Show, Switch } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { Button } from '#client/ui/button.tsx'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { createNarrow } from '#client/ui/create-narrow.ts'
import { Filled } from '#client/ui/filled.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Select } from '#client/ui/select.tsx'
import { tasksShown, type Asker, type TaskFilter } from '#client/features/tasks/task-filter.ts'
import type { BulkCalls } from '#client/features/tasks/bulk/bulk-calls.ts'
import { SkuMatrix } from './sku-matrix.tsx'
import { StuckTasks } from './stuck-tasks.tsx'
import { TaskCalendar } from './task-calendar.tsx'
import { TaskTable } from './task-table.tsx'
import { TaskBoard } from './task-board.tsx'
import { Workload } from './workload.tsx'
import { viewNames, type ViewName } from './view-names.ts'
import { viewWords } from './words.ts'

export interface ViewsPageProps {
  readonly view: ViewName
  readonly tasks: readonly ListedTask[]
  readonly filter: TaskFilter
  readonly asker: Asker
  readonly nameOf: (member: string) => string
  readonly now: number
  readonly titleOf: (brief: string) => string
  readonly onView: (view: ViewName) => void
  readonly onBack: () => void
  readonly bulk: BulkCalls
}

export function ViewsPage(props: ViewsPageProps) {
  const words = useWords(viewWords)
  const isNarrow = createNarrow()
  /** On a phone the list itself is the table. */
  const choices = () =>
    viewNames
      .filter((value) => !isNarrow() || value !== 'table')
      .map((value) => ({ value, label: words().view[value] }))
  /** Every stage is on the board, and whoever works is counted. */
  const among = createMemo(() =>
    tasksShown(props.tasks, { ...props.filter, stage: '' }, props.asker),
  )
  const ofBrief = createMemo(() =>
    tasksShown(props.tasks, { ...props.filter, stage: '', who: 'all', member: '' }, props.asker),
  )
  const body = () => (
    <Switch>
      <Match when={props.view === 'board'}>
        <TaskBoard tasks={among()} filter={props.filter} nameOf={props.nameOf} now={props.now} />
      </Match>
      <Match when={props.view === 'table'}>
        <TaskTable
          tasks={tasksShown(props.tasks, props.filter, props.asker)}
          filter={props.filter}
          bulk={props.bulk}
          nameOf={props.nameOf}
          now={props.now}
        />
      </Match>
      <Match when={props.view === 'calendar'}>
        <Page wide>
          <TaskCalendar
            tasks={tasksShown(props.tasks, props.filter, props.asker)}
            filter={props.filter}
            nameOf={props.nameOf}
            now={props.now}
          />
        </Page>
      </Match>
      <Match when={props.view === 'matrix'}>
        <Page wide>
          <SkuMatrix tasks={ofBrief()} filter={props.filter} titleOf={props.titleOf} />
        </Page>
      </Match>
      <Match when={props.view === 'stuck'}>
        <Page wide>
          <StuckTasks tasks={among()} filter={props.filter} nameOf={props.nameOf} now={props.now} />
        </Page>
      </Match>
      <Match when={props.view === 'people'}>
        <Page wide>
          <Workload tasks={ofBrief()} filter={props.filter} nameOf={props.nameOf} />
        </Page>
      </Match>
    </Switch>
  )
  return (
    <Show when={props.tasks.length > 0}>
      <Filled>
        <PageHead
          back={{ label: words().tasks, onBack: props.onBack, onPhones: true }}
          title={words().view[props.view]}
          hideTitle
          marks={
            <Show
              when={isNarrow()}
              fallback={
                <ChoiceChips
                  label={words().views}
                  hideLabel
                  choices={choices()}
                  chosen={[props.view]}
                  onToggle={(view) => props.onView(view)}
                />
              }
            >
              <Select
                label={words().views}
                hideLabel
                value={props.view}
                options={choices()}
                onChange={(view) => props.onView(view)}
              />
            </Show>
          }
          actions={
            <Button kind="quiet" href="/tasks/figures">
              {words().figures}
            </Button>
          }
        />
        {body()}
      </Filled>
    </Show>
  )
}
