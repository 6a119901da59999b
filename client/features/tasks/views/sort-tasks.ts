/** Tasks by one column of their table; those that are equal in it keep the order they came in. Pure. */
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { TableSort } from '#client/ui/table-column.ts'

export type SortKey = string | number

export function sortTasks(
  tasks: readonly ListedTask[],
  { column, direction }: TableSort,
  keysOf: Readonly<Record<string, (task: ListedTask) => SortKey>>,
): readonly ListedTask[] {
  const keyOf = keysOf[column]
  if (keyOf === undefined) return tasks
  const sign = direction === 'ascending' ? 1 : -1
  const collator = new Intl.Collator()
  return tasks
    .map((task) => ({ task, key: keyOf(task) }))
    .sort((one, other) => sign * compare(one.key, other.key, collator))
    .map(({ task }) => task)
}

const compare = (one: SortKey, other: SortKey, { compare: byText }: Intl.Collator): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : byText(String(one), String(other))
