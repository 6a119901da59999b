/** Tasks as a table on a desk: who does the stage and the day are written in place, rows are chosen and changed at once. */
import { createMemo, createSignal } from 'solid-js'
import { formatDate } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { BulkActs } from '#client/features/tasks/bulk/bulk-acts.tsx'
import type { BulkCalls } from '#client/features/tasks/bulk/bulk-calls.ts'
import { changeOne } from '#client/features/tasks/bulk/change-one.ts'
import type { BulkAct } from '#client/features/tasks/bulk/judge-bulk.ts'
import { createChosen } from '#client/features/tasks/create-chosen.ts'
import { sayDue } from '#client/features/tasks/say-due.ts'
import { assetName, listingName, toneOf, wholeName } from '#client/features/tasks/say-task.ts'
import { writeFilter, type TaskFilter } from '#client/features/tasks/task-filter.ts'
import { Button } from '#client/ui/button.tsx'
import { Page } from '#client/ui/page.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import type { TableColumn, TableSort } from '#client/ui/table-column.ts'
import { Table } from '#client/ui/table.tsx'
import { readTypedDay } from '#client/ui/typed-day.ts'
import { tagWord } from '#shared/domain/tasks/tags.ts'
import { dayOf } from '#shared/domain/tasks/task.ts'
import { sortTasks, type SortKey } from './sort-tasks.ts'
import { viewWords } from './words.ts'

export interface TaskTableProps {
  /** In the order of urgency. */
  readonly tasks: readonly ListedTask[]
  readonly filter: TaskFilter
  readonly bulk: BulkCalls
  readonly nameOf: (member: string) => string
  readonly now: number
}

const nobody = '-'

export function TaskTable(props: TaskTableProps) {
  const words = useWords(viewWords)
  const head = () => words().table
  const [sort, setSort] = createSignal<TableSort | null>(null)
  const rows = createMemo(() => {
    const by = sort()
    return by === null ? props.tasks : sortTasks(props.tasks, by, keysOf)
  })
  const chosen = createChosen(rows)
  const act = (task: ListedTask, what: BulkAct): null => {
    void changeOne(props.bulk, task, what, (member) => props.nameOf(member))
    return null
  }
  const ownerName = ({ owner, role }: ListedTask): string =>
    role === null ? '' : owner === null ? head().nobody : props.nameOf(owner)
  const keysOf: Readonly<Record<string, (task: ListedTask) => SortKey>> = {
    asset: ({ summary }) => assetName(summary),
    product: ({ summary }) => summary.sku || summary.name,
    listing: ({ summary }) => listingName(summary),
    stage: ({ log }) => log.at,
    owner: ownerName,
    day: ({ summary }) => dayOf(summary) ?? '9999',
    due: ({ due }) => due?.dueAt ?? Number.MAX_SAFE_INTEGER,
  }
  const people = createMemo(() => [
    { value: nobody, label: head().nobody },
    ...props.bulk.people().map(({ member, name }) => ({ value: String(member), label: name })),
  ])
  const columns = createMemo((): readonly TableColumn<ListedTask>[] => [
    {
      id: 'asset',
      head: head().asset,
      width: 150,
      sorts: true,
      cell: (row) => (
        <Button kind="quiet" href={`/tasks/${row().name}${writeFilter(props.filter)}`}>
          {assetName(row().summary)}
        </Button>
      ),
    },
    {
      id: 'product',
      head: head().product,
      width: 120,
      sorts: true,
      cell: (row) => row().summary.sku || row().summary.name,
    },
    {
      id: 'listing',
      head: head().listing,
      width: 170,
      sorts: true,
      cell: (row) => listingName(row().summary) || words().master,
    },
    {
      id: 'stage',
      head: head().stage,
      width: 130,
      sorts: true,
      cell: (row) => (
        <StatusPill tone={toneOf(row())}>{row().stage?.[language()] ?? row().log.step}</StatusPill>
      ),
    },
    {
      id: 'owner',
      head: head().owner,
      width: 120,
      sorts: true,
      edit: {
        options: people,
        text: (task) => task.owner ?? nobody,
        write: (task, value) => {
          const to = props.bulk.people().find(({ member }) => member === value)?.member ?? null
          return act(task, { kind: 'assign', to })
        },
      },
      cell: (row) => ownerName(row()),
    },
    {
      id: 'day',
      head: head().day,
      width: 116,
      sorts: true,
      edit: {
        text: (task) => dayOf(task.summary) ?? '',
        write: (task, text) => {
          const day = text.trim() === '' ? null : readTypedDay(text)
          if (day === null && text.trim() !== '') return head().notADay
          return act(task, { kind: 'day', day })
        },
      },
      cell: (row) => {
        const day = dayOf(row().summary)
        return day === null ? '' : formatDate(day)
      },
    },
    {
      id: 'due',
      head: head().due,
      width: 160,
      sorts: true,
      cell: (row) => (row().due === null ? '' : sayDue(row(), props.now).text),
    },
    {
      id: 'tags',
      head: head().tags,
      width: 160,
      cell: (row) =>
        row()
          .summary.tags.map((tag) => tagWord(tag, language()))
          .join(' · '),
    },
  ])
  return (
    <Page wide>
      <Table
        label={head().label}
        columns={columns()}
        rows={rows()}
        rowId={({ name }) => name}
        height="calc(100dvh - 150px)"
        sort={sort()}
        onSort={setSort}
        empty={head().empty}
        selection={{
          chosen: chosen.names(),
          onChange: chosen.setNames,
          nameOf: ({ summary }) => wholeName(summary),
          actions: <BulkActs tasks={chosen.tasks()} calls={props.bulk} nameOf={props.nameOf} />,
        }}
      />
    </Page>
  )
}
