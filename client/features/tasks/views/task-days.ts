/** Tasks by the day the stage they stand in is due, where the reader is; and the weeks of a month. Pure. */
import type { ListedTask } from '#client/live/list-tasks.ts'
import { groupBy } from '#shared/lib/group-by.ts'

export interface DueDay {
  /** `2026-12-08`. */
  readonly day: string
  readonly tasks: readonly ListedTask[]
}

/** Open tasks that have a due time, the earliest day first; in a day as they came. */
export function dueDays(
  tasks: readonly ListedTask[],
  dayOf: (moment: number) => string,
): readonly DueDay[] {
  const due = tasks.filter(({ due: at, log, summary }) => at && !log.isOver && !summary.retired)
  const byDay = groupBy(due, ({ due: at }) => (at === null ? '' : dayOf(at.dueAt)))
  return [...byDay]
    .map(([day, some]) => ({ day, tasks: some }))
    .sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** Whole days from the first on until so many tasks are in them; the first day always. */
export function firstDays(days: readonly DueDay[], most: number): readonly DueDay[] {
  let count = 0
  return days.filter(({ tasks }, at) => {
    const fits = at === 0 || count + tasks.length <= most
    count = fits ? count + tasks.length : Number.POSITIVE_INFINITY
    return fits
  })
}

/** The days of the weeks, Monday first, that a month `2026-12` stands in; always whole weeks. */
export function daysOfMonth(month: string): readonly string[] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const before = (first.getUTCDay() + 6) % 7
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0))
  const weeks = Math.ceil((before + last.getUTCDate()) / 7)
  return Array.from({ length: weeks * 7 }, (_, at) =>
    new Date(first.getTime() + (at - before) * dayMs).toISOString().slice(0, 10),
  )
}

export function monthBeside(month: string, by: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of - 1 + by, 1)).toISOString().slice(0, 7)
}

const dayMs = 86_400_000
