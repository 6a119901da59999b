/** When the browser is asked to keep what is here, and what is remembered of its answer. */
import { expect, test } from 'vitest'
import { createKeep } from '#client/pwa/keep.ts'

function browser(answer: boolean, kept = false) {
  const remembered = new Map<string, string>()
  const asked = { times: 0 }
  const storage = {
    async persist() {
      asked.times += 1
      return answer
    },
    persisted: async () => kept,
    estimate: async () => ({ usage: 2, quota: 10 }),
  }
  const memory = {
    getItem: (key: string) => remembered.get(key) ?? null,
    setItem: (key: string, value: string) => void remembered.set(key, value),
  }
  return { storage, memory, asked }
}

test('opening a page asks nothing; the first edit asks, and only once on a device', async () => {
  const { storage, memory, asked } = browser(false)
  const keep = createKeep(storage, memory)
  await storage.persisted()
  await Promise.resolve()
  expect([keep.promised(), asked.times]).toEqual(['unasked', 0])
  keep.edited()
  keep.edited()
  expect(asked.times).toBe(1)
  await new Promise(setImmediate)
  expect(keep.promised()).toBe('not-kept')
  const again = createKeep(storage, memory)
  again.edited()
  expect(asked.times).toBe(1)
  await new Promise(setImmediate)
  expect(again.promised()).toBe('not-kept')
})

test('a person may ask again', async () => {
  const { storage, memory, asked } = browser(true)
  const keep = createKeep(storage, memory)
  await keep.ask()
  expect([keep.promised(), asked.times]).toEqual(['kept', 1])
})

test('a browser without the promise is said to have none', async () => {
  const keep = createKeep(undefined, browser(true).memory)
  await keep.ask()
  expect(keep.promised()).toBe('unknown')
  expect(await keep.room()).toBeNull()
})
