/** Beside the list while no task is open: how many stand in each stage, each stage a way to its tasks. */
import { createMemo } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { Button } from '#client/ui/button.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Table } from '#client/ui/table.tsx'
import type { TableColumn } from '#client/ui/table-column.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import type { StepState } from '#shared/records/task-log.ts'
import { taskListWords } from './list-words.ts'
import { writeFilter, type TaskFilter } from './task-filter.ts'

export interface TaskOverviewProps {
  /** Of the brief the filter names. */
  readonly tasks: readonly ListedTask[]
  readonly filter: TaskFilter
}

interface StageRow {
  readonly id: string
  readonly name: string
  readonly tasks: readonly ListedTask[]
}

const states: readonly StepState[] = ['ready', 'started', 'waiting', 'submitted']

export function TaskOverview(props: TaskOverviewProps) {
  const words = useWords(taskListWords)
  const rows = createMemo((): readonly StageRow[] => {
    const { brief } = props.filter
    const tasks = props.tasks.filter(
      ({ summary }) => !summary.retired && (brief === '' || summary.brief === brief),
    )
    return defaultSop.stages
      .map((stage) => ({
        id: stage.id,
        name: stage[language()],
        tasks: tasks.filter(({ log }) => log.step === stage.id),
      }))
      .filter((row) => row.tasks.length > 0)
  })
  const columns = (): readonly TableColumn<StageRow>[] => [
    {
      id: 'stage',
      head: words().column.stage,
      width: 140,
      cell: (row) => (
        <Button kind="quiet" href={`/tasks${writeFilter({ ...props.filter, stage: row().id })}`}>
          {row().name}
        </Button>
      ),
    },
    ...states.map((state): TableColumn<StageRow> => ({
      id: state,
      head: words().column[state],
      align: 'end',
      cell: (row) => numberOf(row().tasks.filter(({ log }) => log.state === state).length),
    })),
    {
      id: 'all',
      head: words().column.all,
      align: 'end',
      cell: (row) => numberOf(row().tasks.length),
    },
  ]
  return (
    <>
      <PageHead
        title={words().overview}
        actions={
          <Button kind="quiet" href="/tasks/figures">
            {words().figures}
          </Button>
        }
      />
      <Page>
        <Table
          label={words().overview}
          columns={columns()}
          rows={rows()}
          rowId={(row) => row.id}
          empty={words().pick}
        />
      </Page>
    </>
  )
}

/** Nothing is quieter than a nought. */
const numberOf = (count: number): string => (count === 0 ? '' : formatNumber(count))
