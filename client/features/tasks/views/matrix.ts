/** A product's tasks by slot and by listing. Pure. */
import { groupBy } from '#shared/lib/group-by.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'

export interface MatrixRow {
  readonly id: string
  /** Any of the slot's, for its name. */
  readonly first: ListedTask
  /** By listing. */
  readonly cells: ReadonlyMap<string, ListedTask>
}

export interface Matrix {
  readonly rows: readonly MatrixRow[]
  /** Masters that are for no listing of their own stand first. */
  readonly listings: readonly { readonly id: string; readonly first: ListedTask }[]
}

const listingOf = ({ summary }: ListedTask): string =>
  `${summary.platform}.${summary.market}.${summary.locale}`
const slotOf = ({ summary }: ListedTask): string => `${summary.deliverable}.${summary.ordinal}`

export function matrixOf(tasks: readonly ListedTask[]): Matrix {
  const bySlot = groupBy(inOrder(tasks), slotOf)
  const listings = new Map<string, ListedTask>()
  for (const task of inOrder(tasks))
    if (!listings.has(listingOf(task))) listings.set(listingOf(task), task)
  return {
    rows: [...bySlot].flatMap(([id, of]) => {
      const [first] = of
      if (first === undefined) return []
      return [{ id, first, cells: new Map(of.map((task) => [listingOf(task), task])) }]
    }),
    listings: [...listings]
      .map(([id, first]) => ({ id, first }))
      .sort((one, other) => Number(one.id !== '..') - Number(other.id !== '..')),
  }
}

/** The same on every device, whatever order they are listed in. */
const inOrder = (tasks: readonly ListedTask[]): readonly ListedTask[] =>
  [...tasks].sort(
    ({ summary: one }, { summary: other }) =>
      compare(one.deliverable, other.deliverable) ||
      one.ordinal - other.ordinal ||
      compare(one.platform + one.locale, other.platform + other.locale),
  )

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)
