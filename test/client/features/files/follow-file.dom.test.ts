/** How often a device asks for a file that is still on a colleague's. */
import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followFile } from '#client/features/files/follow-file.ts'
import type { FileNews, ReplicaFiles } from '#client/replica/files/replica-files.ts'
import type { FileId } from '#shared/lib/ids.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { docName } from '#test/client/replica/fake-device.ts'

const id = 'a'.repeat(64) as FileId
const hour = 3_600_000
beforeEach(() => {
  vi.useFakeTimers()
  URL.createObjectURL ??= () => 'blob:picture'
})
afterEach(() => void vi.useRealTimers())

function waiting() {
  const told = new Set<(news: FileNews) => void>()
  let [asked, isThere] = [0, false]
  const files = {
    state: () => ({ kind: 'away' }),
    subscribe: () => () => undefined,
    onNews(_doc: unknown, listener: (news: FileNews) => void) {
      told.add(listener)
      return () => void told.delete(listener)
    },
    async thumb() {
      asked += 1
      return isThere ? ok(new Blob(['small'])) : refuse('not-sent-yet')
    },
  } as Partial<ReplicaFiles> as ReplicaFiles
  const { followed, dispose } = createRoot((dispose) => ({
    dispose,
    followed: followFile({
      ...{ files, doc: docName('a') },
      id: () => id,
      isPicture: () => true,
      chance: () => 1,
    }),
  }))
  return {
    followed,
    dispose,
    asked: () => asked,
    arrive: () => (isThere = true),
    tell: (news: FileNews) => told.forEach((listener) => listener(news)),
    listeners: () => told.size,
  }
}

test('a colleague’s file not sent yet is asked for ever more seldom, at last every five minutes', async () => {
  const file = waiting()
  await vi.advanceTimersByTimeAsync(hour)
  const first = file.asked()
  expect(first).toBeLessThan(20)
  await vi.advanceTimersByTimeAsync(hour)
  expect(file.asked() - first).toBe(12)
  file.dispose()
  expect(file.listeners()).toBe(0)
})

test('once the server is reached again it is asked for soon, and shown', async () => {
  const file = waiting()
  await vi.advanceTimersByTimeAsync(hour)
  const before = file.asked()
  file.arrive()
  file.tell('reached')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(file.asked()).toBe(before + 1)
  expect(file.followed.refusal()).toBeNull()
  expect(file.followed.picture()).toBeDefined()
  file.tell('reached')
  await vi.advanceTimersByTimeAsync(hour)
  expect(file.asked()).toBe(before + 1)
  file.dispose()
})

test('a colleague who types does not make every key a question', async () => {
  const file = waiting()
  await vi.advanceTimersByTimeAsync(hour)
  const before = file.asked()
  for (let second = 0; second < 120; second += 1) {
    file.tell('rows')
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(file.asked() - before).toBeGreaterThan(1)
  expect(file.asked() - before).toBeLessThan(6)
  file.dispose()
})
