/** Who has how much: tasks by what is going on with them and the standard hours of their stage; a name leads to the tasks. */
import { createMemo } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { nobody, writeFilter, type TaskFilter } from '#client/features/tasks/task-filter.ts'
import { Button } from '#client/ui/button.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { TableColumn } from '#client/ui/table-column.ts'
import { Table } from '#client/ui/table.tsx'
import { Text } from '#client/ui/text.tsx'
import type { StepState } from '#shared/records/task-log.ts'
import { workloadOf, type Load } from './work-of-people.ts'
import { viewWords } from './words.ts'

export interface WorkloadProps {
  readonly tasks: readonly ListedTask[]
  readonly filter: TaskFilter
  readonly nameOf: (member: string) => string
}

const states: readonly StepState[] = ['ready', 'started', 'waiting', 'submitted']

export function Workload(props: WorkloadProps) {
  const words = useWords(viewWords)
  const rows = createMemo(() => workloadOf(props.tasks))
  const nameOf = (member: string): string =>
    member === nobody ? words().nobody : props.nameOf(member)
  const number = (id: string, head: string, of: (load: Load) => number): TableColumn<Load> => ({
    id,
    head,
    align: 'end',
    width: 88,
    cell: (row) => said(of(row())),
  })
  const columns = (): readonly TableColumn<Load>[] => [
    {
      id: 'person',
      head: words().person,
      width: 150,
      cell: (row) => (
        <Button
          kind="quiet"
          href={`/tasks${writeFilter({ ...props.filter, who: 'all', stage: '', member: row().member })}`}
        >
          {nameOf(row().member)}
        </Button>
      ),
    },
    ...states.map((state) => number(state, words().state[state], (load) => load.states[state])),
    number('master', words().waitsForMaster, (load) => load.waitsForMaster),
    number('all', words().all, (load) => load.all),
    number('hours', words().hours, (load) => load.hours),
  ]
  return (
    <Stack>
      <Table
        label={words().people}
        columns={columns()}
        rows={rows()}
        rowId={({ member }) => member}
        empty={words().noTasks}
      />
      <Text kind="small">{words().hoursHelp}</Text>
    </Stack>
  )
}

/** Nothing is quieter than a nought. */
const said = (count: number): string => (count === 0 ? '' : formatNumber(count))
