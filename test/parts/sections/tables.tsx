/** Tables: one to work in with ten thousand rows, one of fields, one to read, one without rows. */
import { createMemo, createSignal } from 'solid-js'
import { Button } from '#client/ui/button.tsx'
import { InlineField } from '#client/ui/inline-field.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import type { TableColumn, TableSort } from '#client/ui/table-column.ts'
import { Table } from '#client/ui/table.tsx'
import { showToast } from '#client/ui/toasts.ts'
import { long, say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

interface Task {
  readonly id: string
  readonly sku: string
  readonly name: string
  readonly stage: number
  readonly weight: number
  readonly due: string
}

const names = ['350 ml 陶瓷内胆杯 苔绿', '500 ml Edelstahlbecher', 'แก้วกาแฟพกพา', long.german]
const tasksOf = (count: number): readonly Task[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `t${at}`,
    sku: `CUP-${String(at).padStart(5, '0')}`,
    name: at === 3 ? long.arabic : (names[at % names.length] ?? ''),
    stage: (at * 7) % 3,
    weight: 200 + ((at * 37) % 400),
    due: `12-${String(1 + ((at * 5) % 28)).padStart(2, '0')}`,
  }))

export function Tables() {
  const [tasks, setTasks] = createSignal(tasksOf(10_000))
  const [sort, setSort] = createSignal<TableSort | null>(null)
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  const [widths, setWidths] = createSignal<Readonly<Record<string, number>>>({})
  const stages = () =>
    [
      ['warn', say('草稿', 'Draft')],
      ['info', say('审核中', 'In review')],
      ['ok', say('已通过', 'Approved')],
    ] as const
  const sorted = createMemo(() => {
    const by = sort()
    if (by === null) return tasks()
    const sign = by.direction === 'ascending' ? 1 : -1
    const of = (task: Task) =>
      by.column === 'weight' ? task.weight : by.column === 'due' ? task.due : task.sku
    return [...tasks()].sort((one, other) => (of(one) < of(other) ? -sign : sign))
  })
  const change = (id: string, what: Partial<Task>): void =>
    void setTasks((all) => all.map((task) => (task.id === id ? { ...task, ...what } : task)))
  const columns = (): readonly TableColumn<Task>[] => [
    { id: 'sku', head: 'SKU', width: 132, sorts: true, cell: (task) => task().sku },
    {
      id: 'name',
      head: say('品名', 'Name'),
      width: 280,
      edit: {
        text: (task) => task.name,
        write: (task, text) => {
          if (text.trim() === '') return say('品名不能为空', 'A name is needed')
          change(task.id, { name: text })
          return null
        },
      },
      cell: (task) => <span dir="auto">{task().name}</span>,
    },
    {
      id: 'stage',
      head: say('阶段', 'Stage'),
      width: 120,
      cell: (task) => {
        const stage = () => stages()[task().stage] ?? stages()[0]
        return <StatusPill tone={stage()[0]}>{stage()[1]}</StatusPill>
      },
    },
    {
      id: 'weight',
      head: say('重量 g', 'Weight g'),
      width: 104,
      align: 'end',
      sorts: true,
      edit: {
        text: (task) => String(task.weight),
        inputMode: 'numeric',
        write: (task, text) => {
          if (!/^\d+$/.test(text)) return say('只填数字', 'Digits only')
          change(task.id, { weight: Number(text) })
          return null
        },
      },
      cell: (task) => task().weight,
    },
    { id: 'due', head: say('到期', 'Due'), width: 96, sorts: true, cell: (task) => task().due },
  ]
  return (
    <>
      <Specimen name={say('一万行，可改、可排、可选', 'Ten thousand rows to work in')} wide>
        <Table
          label={say('任务', 'Tasks')}
          rows={sorted()}
          rowId={(task) => task.id}
          columns={columns()}
          sort={sort()}
          onSort={setSort}
          widths={widths()}
          onWidth={(column, width) => setWidths((all) => ({ ...all, [column]: width }))}
          height="440px"
          selection={{
            chosen: chosen(),
            onChange: setChosen,
            nameOf: (task) => task.sku,
            actions: (
              <Button
                kind="quiet"
                onClick={() => showToast(say('已指派', 'Assigned'), { tone: 'ok' })}
              >
                {say('指派', 'Assign')}
              </Button>
            ),
          }}
        />
      </Specimen>
      <Specimen name={say('五百行字段，就地填写', 'Five hundred rows of fields')} wide>
        <Table
          label={say('产品', 'Products')}
          rows={tasks().slice(0, 500)}
          rowId={(task) => task.id}
          height="320px"
          columns={[
            {
              id: 'sku',
              head: 'SKU',
              width: 132,
              fill: true,
              cell: (task) => (
                <InlineField
                  label={`SKU ${task().id}`}
                  value={task().sku}
                  onInput={(sku) => change(task().id, { sku })}
                />
              ),
            },
            {
              id: 'name',
              head: say('品名', 'Name'),
              width: 160,
              fill: true,
              cell: (task) => (
                <InlineField
                  label={`${say('品名', 'Name')} ${task().id}`}
                  value={`${task().name} ${task().name}`}
                  onInput={(name) => change(task().id, { name })}
                />
              ),
            },
          ]}
        />
      </Specimen>
      <Specimen name={say('只读', 'To read')} wide>
        <Table
          label={say('成员', 'Members')}
          rows={tasksOf(3)}
          rowId={(task) => task.id}
          columns={[
            { id: 'sku', head: 'SKU', width: 132, cell: (task) => task().sku },
            { id: 'name', head: say('品名', 'Name'), width: 240, cell: (task) => task().name },
            {
              id: 'weight',
              head: say('重量 g', 'Weight g'),
              align: 'end',
              cell: (task) => task().weight,
            },
          ]}
        />
      </Specimen>
      <Specimen name={say('没有行', 'No rows')} wide>
        <Table
          label={say('空表', 'Empty')}
          rows={[]}
          rowId={(task: Task) => task.id}
          columns={columns()}
          height="200px"
          empty={say('还没有任务，从需求单拆出来', 'No tasks yet: break a brief down to make some')}
        />
      </Specimen>
    </>
  )
}
