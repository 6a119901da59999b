/** What has become of briefs, for lists: read once, and again a moment after records came. */
import { createRoot } from 'solid-js'
import { expect, test, vi } from 'vitest'
import { followFlows } from '#client/live/follow-flows.ts'
import type { KeptRecord } from '#client/replica/kept-records.ts'

const id = (letter: string): string => letter.repeat(26)
const step = (letter: string, scope: string, outcome: string, heads: string[]): KeptRecord =>
  ({
    id: id(letter),
    fact: {
      ...{ kind: 'brief', scope, outcome, member: id('m'), device: id('d'), at: 1 },
      reason: outcome === 'returned' ? 'no proof' : '',
      contentHash: outcome === 'returned' ? null : 'A'.repeat(43),
      body:
        outcome === 'submitted'
          ? { snapshot: 'a'.repeat(64), score: 70, heads }
          : outcome === 'accepted'
            ? { snapshot: 'a'.repeat(64), heads }
            : { heads },
    },
    receipt: { seq: 1, at: 1 },
    standing: 'counts',
    sent: true,
    refused: null,
  }) as unknown as KeptRecord

test('each brief has its own state, and a new record changes its brief alone', async () => {
  vi.useFakeTimers()
  const [one, other] = [`brief-${id('b')}`, `brief-${id('c')}`]
  const records = [step('e', one, 'submitted', []), step('f', other, 'submitted', [])]
  let tell = (): void => undefined
  const source = {
    ofKind: async () => [...records],
    subscribe: (listener: () => void) => {
      tell = listener
      return () => undefined
    },
  }
  const { states, end } = createRoot((dispose) => ({ states: followFlows(source), end: dispose }))
  await vi.runAllTimersAsync()
  expect([...(states() ?? [])].map(([name, { state }]) => [name, state])).toEqual([
    [one, 'submitted'],
    [other, 'submitted'],
  ])
  records.push(step('g', one, 'returned', [id('e')]))
  tell()
  tell()
  await vi.runAllTimersAsync()
  expect(states()?.get(one as never)?.state).toBe('returned')
  expect(states()?.get(other as never)?.state).toBe('submitted')
  end()
  vi.useRealTimers()
})
