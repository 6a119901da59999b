import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPeopleTold } from '#server/relay/people-told.ts'
import { otherWorkspace, workspace } from '#test/server/log/log-rows.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first to come is told of at once, those of the next second together, and other workspaces by themselves', () => {
  const told: string[] = []
  const tell = createPeopleTold(
    async (space) => void told.push(space),
    () => undefined,
  )
  void tell(workspace)
  expect(told).toEqual([workspace])
  for (let i = 0; i < 200; i += 1) void tell(workspace)
  void tell(otherWorkspace)
  expect(told).toEqual([workspace, otherWorkspace])
  vi.advanceTimersByTime(1_000)
  expect(told).toEqual([workspace, otherWorkspace, workspace])
  vi.advanceTimersByTime(10_000)
  void tell(workspace)
  expect(told).toHaveLength(4)
})
