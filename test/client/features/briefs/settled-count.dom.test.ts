import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { settledCount } from '#client/features/briefs/settled-count.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function told(first: number, counted: number) {
  const [count, setCount] = createSignal(counted)
  const [isMoving, setMoving] = createSignal(true)
  return createRoot((dispose) => ({
    ...{ setCount, setMoving, dispose },
    told: settledCount(count, isMoving, first),
  }))
}

test('nothing is said of what is not here while the first briefs come, only once it stands still', () => {
  const list = told(0, 30)
  vi.advanceTimersByTime(60_000)
  expect(list.told()).toBe(0)
  list.setMoving(false)
  list.setCount(12)
  vi.advanceTimersByTime(1_000)
  list.setCount(9)
  vi.advanceTimersByTime(1_000)
  expect(list.told()).toBe(0)
  vi.advanceTimersByTime(60_000)
  expect(list.told()).toBe(9)
  list.setCount(0)
  expect(list.told()).toBe(0)
  list.dispose()
})

test('a device that holds only some says so from its first moment', () => {
  const list = told(9, 9)
  expect(list.told()).toBe(9)
  list.dispose()
})
