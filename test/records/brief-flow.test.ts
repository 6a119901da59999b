/** What becomes of a brief, from the steps people took, in each order and without having known each other's. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '#shared/lib/random.ts'
import { readBriefFlow, type FlowOutcome, type FlowRecord } from '#shared/records/brief-flow.ts'
import type { Fact } from '#shared/records/fact.ts'
import { brief, idOf } from './ledger-world.ts'

const file = 'a'.repeat(64)
const hash = 'A'.repeat(43)
const letters = 'abcdefghjkmnpqrstvwxyz'
const id = (n: number): string => idOf(letters.charAt(n))

function step(
  n: number,
  outcome: FlowOutcome,
  heads: readonly string[] = [],
  more: Partial<FlowRecord> = {},
): FlowRecord {
  const body = {
    submitted: { snapshot: file, score: 80, heads },
    accepted: { snapshot: file, heads },
    returned: { heads, field: 'references' },
  }[outcome]
  const fact = {
    ...{ kind: 'brief', scope: brief, outcome, member: idOf('m'), device: idOf('d'), at: n },
    ...{ reason: outcome === 'returned' ? 'no picture of the lid' : '', body },
    contentHash: outcome === 'returned' ? null : hash,
  } as unknown as Fact
  return { id: id(n), fact, receipt: { seq: n, at: n }, standing: 'counts', ...more }
}
const stateOf = (...records: FlowRecord[]): string => readBriefFlow(records).state

test('a brief is a draft until it is submitted, and then what was done last with knowledge of the rest', () => {
  expect(stateOf()).toBe('draft')
  expect(stateOf(step(1, 'submitted'))).toBe('submitted')
  expect(stateOf(step(1, 'submitted'), step(2, 'returned', [id(1)]))).toBe('returned')
  const again = [step(1, 'submitted'), step(2, 'returned', [id(1)]), step(3, 'submitted', [id(2)])]
  expect(stateOf(...again)).toBe('submitted')
  expect(stateOf(...again, step(4, 'accepted', [id(3)]))).toBe('accepted')
})

test('accepted and returned apart from each other is returned, and both stay to be seen', () => {
  const steps = [step(1, 'submitted'), step(2, 'returned', [id(1)]), step(3, 'accepted', [id(1)])]
  const flow = readBriefFlow(steps)
  expect(flow.state).toBe('returned')
  expect(flow.decisive?.field).toBe('references')
  expect(flow.beside.map(({ outcome }) => outcome)).toEqual(['accepted'])
  expect(flow.heads).toEqual([id(2), id(3)])
  // Whoever knows both goes on from both.
  expect(stateOf(...steps, step(4, 'submitted', flow.heads))).toBe('submitted')
})

test('submitted again without having seen the return stays returned', () => {
  expect(
    stateOf(step(1, 'submitted'), step(2, 'returned', [id(1)]), step(3, 'submitted', [id(1)])),
  ).toBe('returned')
})

test('of two submitted apart the later in the ledger is the one to judge', () => {
  expect(readBriefFlow([step(1, 'submitted'), step(2, 'submitted')]).decisive?.id).toBe(id(2))
})

test('what waits counts here and says so; what the server did not take counts nowhere', () => {
  const waiting = step(2, 'accepted', [id(1)], { standing: 'waiting', receipt: null })
  expect(readBriefFlow([step(1, 'submitted'), waiting]).decisive).toMatchObject({
    outcome: 'accepted',
    isWaiting: true,
  })
  expect(stateOf(step(1, 'submitted'), { ...waiting, standing: 'refused' })).toBe('submitted')
})

test('what is no step of a flow is passed over', () => {
  const odd = step(2, 'accepted', [id(1)])
  const broken = [
    { ...odd, fact: null },
    { ...odd, fact: { ...odd.fact, kind: 'grant' } as Fact },
    { ...odd, fact: { ...odd.fact, contentHash: null } as Fact },
    { ...odd, fact: { ...odd.fact, body: { heads: [] } } as unknown as Fact },
    { ...step(2, 'returned', [id(1)]), fact: { ...step(2, 'returned').fact, reason: '' } as Fact },
  ]
  for (const record of broken) expect(stateOf(step(1, 'submitted'), record)).toBe('submitted')
})

test('any history comes to the same in any order of arrival, and no return is overruled by somebody who did not know it', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 20 }), (seed, count) => {
      const random = createRandom(seed)
      const made: FlowRecord[] = []
      /** What each of three devices has. */
      const here = [new Set<FlowRecord>(), new Set<FlowRecord>(), new Set<FlowRecord>()]
      const inOrder = (some: Iterable<FlowRecord>) => made.filter((one) => [...some].includes(one))
      /** By record what it knew, and what that knew. */
      const knew = new Map<string, ReadonlySet<string>>()
      const outcomes = ['submitted', 'accepted', 'returned'] as const
      for (let n = 0; n < count; n += 1) {
        const device = random.pick(here)
        const other = random.pick(here)
        if (random.next() < 0.4) for (const one of other) device.add(one)
        const { heads } = readBriefFlow(inOrder(device))
        const record = step(n + 1, random.pick(outcomes), heads)
        made.push(record)
        knew.set(record.id, new Set(heads.flatMap((head) => [head, ...(knew.get(head) ?? [])])))
        device.add(record)
      }
      const flow = readBriefFlow(made)
      const shuffled = made.toSorted(() => random.next() - 0.5)
      expect(readBriefFlow(inOrder(shuffled))).toEqual(flow)
      const answered = new Set([...knew.values()].flatMap((all) => [...all]))
      const open = made.filter(({ id }) => !answered.has(id)).map(({ fact }) => fact?.outcome)
      const expected = [...outcomes].reverse().find((outcome) => open.includes(outcome))
      expect(flow.state).toBe(expected)
    }),
    { numRuns: 1_000 },
  )
})
