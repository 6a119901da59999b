import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLocalBus } from '#server/bus/local-bus.ts'
import { createNews, type Ear, type News } from '#server/relay/news.ts'
import { brief, otherBrief, workspace } from '#test/server/log/log-rows.ts'

let news: News
beforeEach(() => {
  vi.useFakeTimers()
  news = createNews(createLocalBus())
})
afterEach(() => void vi.useRealTimers())

const ear = (tell: () => void): Ear => ({ sees: () => true, tell })
/** How often each of `count` sockets was told. */
const sockets = (count: number): number[] => {
  const heard = Array.from({ length: count }, () => 0)
  heard.forEach((_, i) =>
    news.hear(
      workspace,
      ear(() => void (heard[i] = (heard[i] ?? 0) + 1)),
    ),
  )
  return heard
}
const told = (heard: readonly number[]): number => heard.reduce((sum, times) => sum + times, 0)

test('every socket of a large workspace is told once, never many in one turn', () => {
  const heard = sockets(1_000)
  news.publish(workspace, [brief])
  expect(told(heard)).toBe(0)
  let most = 0
  for (let before = 0; told(heard) < 1_000; before = told(heard)) {
    vi.advanceTimersToNextTimer()
    most = Math.max(most, told(heard) - before)
  }
  vi.advanceTimersByTime(10_000)
  expect(most).toBeLessThanOrEqual(16)
  expect(new Set(heard)).toEqual(new Set([1]))
})

test('a change while the round is under way is told to everybody in another one', () => {
  const heard = sockets(100)
  news.publish(workspace, [brief])
  vi.advanceTimersByTime(25)
  news.publish(workspace, [brief])
  vi.advanceTimersByTime(5_000)
  expect(new Set(heard)).toEqual(new Set([2]))
})

test('changes in quick succession are told once a second', () => {
  const heard = sockets(3)
  for (let i = 0; i < 30; i += 1) {
    news.publish(workspace, [brief])
    vi.advanceTimersByTime(100)
  }
  expect(heard).toEqual([3, 3, 3])
})

test('whoever leaves during a round is not told any more', () => {
  let heard = 0
  const leave = Array.from({ length: 100 }, () =>
    news.hear(
      workspace,
      ear(() => void (heard += 1)),
    ),
  )
  news.publish(workspace, [brief])
  vi.advanceTimersByTime(5)
  leave.forEach((one) => one())
  const before = heard
  vi.advanceTimersByTime(5_000)
  expect(heard).toBe(before)
})

test('only who may see some of what changed is told, and nothing changes for the others', () => {
  const heard = { one: 0, both: 0 }
  news.hear(workspace, { sees: (doc) => doc === brief, tell: () => void (heard.one += 1) })
  news.hear(workspace, { sees: () => true, tell: () => void (heard.both += 1) })
  news.publish(workspace, [otherBrief])
  vi.advanceTimersByTime(5_000)
  expect(heard).toEqual({ one: 0, both: 1 })
  news.publish(workspace, [otherBrief, brief])
  vi.advanceTimersByTime(5_000)
  expect(heard).toEqual({ one: 1, both: 2 })
})
