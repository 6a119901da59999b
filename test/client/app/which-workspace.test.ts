import { expect, test } from 'vitest'
import { choose, remember, type Choices } from '#client/app/which-workspace.ts'

const storage = (): Choices['tab'] => {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }
}
const [a, b] = ['a', 'b'].map((id) => ({ workspace: { id } }))

test('a tab keeps its own workspace, a new one opens the last one chosen', () => {
  const device = storage()
  const first = { tab: storage(), device }
  const second = { tab: storage(), device }
  const all = [a, b].filter((one) => one !== undefined)
  remember('a', first)
  remember('b', second)
  expect(choose(all, first)).toBe(a)
  expect(choose(all, second)).toBe(b)
  expect(choose(all, { tab: storage(), device })).toBe(b)
})

test('a choice that is not here any more, or was never made, is no choice', () => {
  const choices = { tab: storage(), device: storage() }
  remember('gone', choices)
  expect(choose([{ workspace: { id: 'a' } }], choices)?.workspace.id).toBe('a')
  expect(choose([], choices)).toBeNull()
})

test('a full storage is said and hurts nobody', () => {
  const full = { ...storage(), setItem: () => expect.fail('full') }
  expect(() => remember('a', { tab: full, device: full })).not.toThrow()
})
