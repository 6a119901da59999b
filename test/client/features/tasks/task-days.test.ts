/** Tasks in a calendar: on the day they are due, in whole weeks that begin on Monday. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  daysOfMonth,
  dueDays,
  firstDays,
  monthBeside,
} from '#client/features/tasks/views/task-days.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'

const task = (dueAt: number | null, more: object = {}): ListedTask =>
  ({
    due: dueAt === null ? null : { dueAt, soonFrom: 0 },
    log: { isOver: false },
    summary: { retired: false },
    ...more,
  }) as unknown as ListedTask
const dayOf = (at: number): string => `2026-12-0${at}`

test('a task stands on the day its stage is due; what is finished, retired or has no day stands nowhere', () => {
  const all = [
    task(3),
    task(1),
    task(3),
    task(null),
    task(1, { log: { isOver: true } }),
    task(1, { summary: { retired: true } }),
  ]
  expect(dueDays(all, dayOf).map(({ day, tasks }) => [day, tasks.length])).toEqual([
    ['2026-12-01', 1],
    ['2026-12-03', 2],
  ])
  const days = dueDays([task(1), task(2), task(2), task(3)], dayOf)
  expect(firstDays(days, 2).map(({ day }) => day)).toEqual(['2026-12-01'])
  expect(firstDays(days, 0)).toHaveLength(1)
})

test('a month is whole weeks from Monday that hold all its days, once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2000, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      (year, of) => {
        const month = `${year}-${String(of).padStart(2, '0')}`
        const days = daysOfMonth(month)
        expect(days.length % 7).toBe(0)
        expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay()).toBe(1)
        const own = days.filter((day) => day.startsWith(month))
        expect(own.length).toBe(new Date(Date.UTC(year, of, 0)).getUTCDate())
        expect(new Set(days).size).toBe(days.length)
        expect(
          days
            .slice(0, 7)
            .concat(days.slice(-7))
            .some((day) => day.startsWith(month)),
        ).toBe(true)
        expect(monthBeside(monthBeside(month, 1), -1)).toBe(month)
      },
    ),
  )
  expect(monthBeside('2026-12', 1)).toBe('2027-01')
})
