/** Who else could do a stage so that it is in time, and what is left of one under way. */
import { expect, test } from 'vitest'
import { createWorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import { quickestHands } from '#shared/domain/tasks/quickest-hands.ts'
import { workLeft } from '#shared/domain/tasks/work-left.ts'

const hour = 3_600_000
const at = (text: string): number => Date.parse(text)
const week = {
  ...{ timeZone: 'Asia/Shanghai', workFrom: '09:00', workTo: '18:00' },
  ...{ workingDays: null, holidays: null, days: {} },
}
const present = createWorkingCalendar(week)
const leave = (...days: readonly string[]) =>
  createWorkingCalendar({
    ...week,
    days: Object.fromEntries(days.map((day) => [day, 'off' as const])),
  })
const away = leave('2026-12-07', '2026-12-08')
const work = (draft = present, review = present) => [
  { id: 'draft', ms: 6 * hour, calendar: draft },
  { id: 'final-review', ms: 2 * hour, calendar: review },
]
const from = at('2026-12-07T09:00+08:00')
const until = at('2026-12-08T18:00+08:00')
const others = (stage: string) => (stage === 'draft' ? [{ who: 'Mei', calendar: present }] : [])

test('somebody at work while the owner is on leave is named, for that stage alone', () => {
  expect(quickestHands({ left: work(away), from, until, others })).toEqual([
    { id: 'draft', to: 'Mei' },
  ])
})

test('nobody is named who would not be enough', () => {
  expect(quickestHands({ left: work(away, away), from, until, others })).toBeNull()
  expect(
    quickestHands({ left: work(away), from, until: at('2026-12-07T15:00+08:00'), others }),
  ).toBeNull()
})

test('where one change is not enough, as many as are needed are named', () => {
  const both = (stage: string) => [{ who: `${stage} by Mei`, calendar: present }]
  expect(quickestHands({ left: work(away, away), from, until, others: both })).toEqual([
    { id: 'draft', to: 'draft by Mei' },
    { id: 'final-review', to: 'final-review by Mei' },
  ])
})

test('of a stage under way the rest is left, of one submitted nothing, of one that waits all of it', () => {
  const rest = ['draft', 'final-review']
  const now = at('2026-12-07T13:00+08:00')
  const hours = (progress: Parameters<typeof workLeft>[2], stages = rest) =>
    workLeft(work(), stages, progress, now).map(({ ms }) => ms / hour)
  expect(hours({ state: 'started', since: from })).toEqual([2, 2])
  expect(hours({ state: 'submitted' })).toEqual([0, 2])
  expect(hours({ state: 'waiting' })).toEqual([6, 2])
  expect(hours({ state: 'ready' }, ['final-review'])).toEqual([2])
})
