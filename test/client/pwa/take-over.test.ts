/** The newer build's worker asks every tab before it takes over. */
import { expect, test } from 'vitest'
import { askEveryTab, isStoreNow, type AskedTab } from '#client/pwa/take-over.ts'

const tab = (id: string, answer: (asked: unknown) => unknown): AskedTab => ({
  id,
  postMessage(message, [port]) {
    if (port instanceof MessagePort) port.postMessage(answer(message))
  },
})

test('a newer build takes over when every tab has stored its edits', async () => {
  const asked: unknown[] = []
  const stores = (id: string) => tab(id, (message) => asked.push(message) > 0)
  expect(await askEveryTab([stores('a'), stores('b')])).toBe(true)
  expect(asked.every(isStoreNow)).toBe(true)
  expect(asked).toHaveLength(2)
})

test('one tab whose edits cannot be stored keeps every tab on the older build', async () => {
  expect(await askEveryTab([tab('a', () => true), tab('b', () => false)])).toBe(false)
})

test('a tab that answers nonsense has not said that its edits are stored', async () => {
  expect(await askEveryTab([tab('a', () => 'yes')])).toBe(false)
})
