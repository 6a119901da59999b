/** Time per SKU: from the brief's acceptance until the last task of the product arrived. Products with any task open are not over. */
import type { DocName } from '#shared/lib/ids.ts'
import { spreadOf, type Spread } from './counts.ts'
import { isIn, type Asked } from './period.ts'
import type { TaskCase } from './task-case.ts'

/** `made`: those of whom the asker asked; a product counts when its last task is among them. */
export function measureProducts(
  cases: readonly TaskCase[],
  made: readonly TaskCase[],
  asked: Asked,
): Spread {
  const counted = new Set(made.map(({ name }) => name))
  /** Null: something of it is open. */
  const last = new Map<string, TaskCase | null>()
  for (const one of cases) {
    const key = `${one.brief} ${one.product}`
    const was = last.get(key)
    if (was === null) continue
    if (one.approvedAt === null) last.set(key, null)
    else if (was === undefined || isAfter(one, was)) last.set(key, one)
  }
  const over = [...last.values()].flatMap((one): { name: DocName; ms: number }[] => {
    if (one === null || !counted.has(one.name) || !isIn(one.approvedAt, asked)) return []
    const { acceptedAt, approvedAt, name } = one
    return acceptedAt === null || approvedAt === null
      ? []
      : [{ name, ms: Math.max(0, approvedAt - acceptedAt) }]
  })
  return spreadOf(over.sort((a, b) => (a.name < b.name ? -1 : 1)))
}

const isAfter = (one: TaskCase, other: TaskCase): boolean => {
  const [at, before] = [one.approvedAt ?? 0, other.approvedAt ?? 0]
  return at > before || (at === before && one.name > other.name)
}
