/** Whether a break-down can be met, and what would make it so. */
import { expect, test } from 'vitest'
import { createWorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import { masterOf, type Cell } from '#shared/domain/tasks/break-down.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { createCellJudge } from '#shared/domain/tasks/judge-cells.ts'
import { leaveOut } from '#shared/domain/tasks/leave-out.ts'
import { taskTopic } from '#shared/domain/tasks/task-id.ts'
import type { Hands } from '#shared/domain/tasks/quickest-hands.ts'
import type { Topic } from '#shared/lib/ids.ts'

const week = {
  ...{ timeZone: 'Asia/Shanghai', workFrom: '09:00', workTo: '18:00' },
  ...{ workingDays: null, holidays: null, days: {} },
}
const usual = createWorkingCalendar(week)

function cellOf(more: Partial<Cell> = {}): Cell {
  const cell = {
    ...{ brief: 'b'.repeat(26) as Topic, product: 'p'.repeat(16), sku: 'MUG', name: 'Mug' },
    ...{ deliverable: 'bullets', ordinal: 1, platform: 'amazon', market: 'US', locale: 'en-US' },
    ...{ sop: 'default-1', path: 'whole' as const, translates: false, wantedBy: '2026-12-09' },
    ...more,
  }
  const isMaster = cell.path !== 'adaptation'
  const key = isMaster ? { ...cell, locale: '', platform: '' } : cell
  return { ...cell, topic: taskTopic(key) }
}
const english = cellOf()
const german = cellOf({ market: 'DE', locale: 'de-DE', path: 'adaptation', translates: true })
const video = cellOf({ deliverable: 'short-video' })

const judge = (now: string, peopleFor: () => readonly Hands<string>[] = () => []) =>
  createCellJudge({
    ...{ sop: defaultSop, usual, timeZone: 'Asia/Shanghai', now: Date.parse(now), masterOf },
    peopleFor,
  })

test('an adaptation is judged behind its master, and the day is the last of all', () => {
  // Bullets: seven hours to the end of cross review, ten of the adaptation behind it; fourteen of the whole.
  const at = '2026-12-07T09:00+08:00'
  expect(judge(at)([english])).toMatchObject({
    ...{ verdict: 'fits', earliest: '2026-12-09', withoutBuffer: '2026-12-08', late: [] },
  })
  expect(judge(at)([english, german])).toMatchObject({
    ...{ verdict: 'fits', earliest: '2026-12-09', withoutBuffer: '2026-12-08' },
  })
  const later = judge('2026-12-07T14:00+08:00')([english, german])
  expect(later).toMatchObject({ verdict: 'eats-buffer', earliest: '2026-12-10', late: [german] })
  // Its master is there already, and may have passed.
  expect(judge('2026-12-07T14:00+08:00')([german])).toMatchObject({ verdict: 'fits' })
})

test('an impossible day is said with the first that can be met, with the buffer and without', () => {
  expect(judge('2026-12-09T10:00+08:00')([english])).toMatchObject({
    ...{ verdict: 'too-late', earliest: '2026-12-11', withoutBuffer: '2026-12-10' },
  })
})

test('without a day there is nothing to be judged', () => {
  expect(judge('2026-12-09T10:00+08:00')([cellOf({ wantedBy: null })])).toBeNull()
  expect(judge('2026-12-09T10:00+08:00')([])).toBeNull()
})

test('people are named only where they bring everything in time', () => {
  const weekend = createWorkingCalendar({ ...week, workingDays: [1, 2, 3, 4, 5, 6, 7] })
  const others = (): readonly Hands<string>[] => [{ who: 'Mei', calendar: weekend }]
  const cells = [cellOf({ wantedBy: '2026-12-07' })]
  const judged = judge('2026-12-04T13:00+08:00', others)(cells)
  expect(judged).toMatchObject({ verdict: 'eats-buffer' })
  expect(new Set(judged?.handings?.map(({ to }) => to))).toEqual(new Set(['Mei']))
  expect(judge('2026-12-07T15:00+08:00', others)(cells)?.handings).toBeNull()
})

test('what is left out leaves the most, and never everything', () => {
  expect(leaveOut([english, german], [german])).toEqual({ what: 'listings', examples: [german] })
  // The listing is also the master's: its deliverable is left out.
  expect(leaveOut([english, german, video], [video])).toEqual({
    ...{ what: 'deliverables', examples: [video] },
  })
  expect(leaveOut([english, german], [english, german])).toBeNull()
  expect(leaveOut([english, german], [])).toBeNull()
})
