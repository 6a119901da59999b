/** The way a task took, as its log tells it: stays, rounds, arrival, whatever the order the entries came in. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FlowRecord } from '#shared/records/brief-flow.ts'
import type { Fact } from '#shared/records/fact.ts'
import { createRandom } from '#shared/lib/random.ts'
import { readTaskLog, type TaskOutcome } from '#shared/records/task-log.ts'
import { walkTask, type TaskWalk } from '#shared/records/task-walk.ts'
import { idOf } from './ledger-world.ts'

const path = ['planning', 'draft', 'cross-review', 'passed']
const id = (n: number): string => `${'0'.repeat(24)}${String(n).padStart(2, '0')}`
const hour = 3_600_000

function entry(
  n: number,
  outcome: TaskOutcome,
  body: object,
  more: { readonly at?: number; readonly receivedAt?: number | null; readonly by?: string } = {},
): FlowRecord {
  const { at = n * hour, receivedAt = at, by = idOf('m') } = more
  const fact = {
    ...{ kind: 'task', outcome, member: by, device: idOf('d'), at, contentHash: null },
    ...{ reason: outcome === 'waiting' ? 'the sample' : '' },
    body: { knows: [], place: n, ...body },
  } as unknown as Fact
  return {
    ...{ id: id(n), fact, standing: receivedAt === null ? 'waiting' : 'counts' },
    receipt: receivedAt === null ? null : { seq: n, at: receivedAt },
  }
}
const forward = (n: number, from: string, to: string, body: object = {}, more = {}): FlowRecord =>
  entry(n, 'forward', { from, to, checks: [], ...body }, more)
const back = (n: number, from: string, to: string, body: object = {}, more = {}): FlowRecord =>
  entry(n, 'back', { from, to, cause: 'visual', ...body }, more)
const said = (n: number, outcome: TaskOutcome, step: string, body: object = {}, more = {}) =>
  entry(n, outcome, { step, ...body }, more)
const walk = (records: readonly FlowRecord[]): TaskWalk =>
  walkTask(readTaskLog(records, path).entries, path)

test('stays follow each other, and work counts between a start and the next wait, hand-in or move', () => {
  const way = walk([
    said(1, 'started', 'planning', {}, { by: idOf('p') }),
    forward(3, 'planning', 'draft', { checks: ['slot-plan'] }),
    said(4, 'started', 'draft'),
    entry(6, 'waiting', { step: 'draft', on: null }),
    said(9, 'started', 'draft'),
    said(10, 'submitted', 'draft', {}, { by: idOf('q') }),
    forward(14, 'draft', 'cross-review'),
    forward(20, 'cross-review', 'passed'),
  ])
  expect(way.visits.map(({ step, from, to }) => [step, from, to])).toEqual([
    ['planning', null, 3 * hour],
    ['draft', 3 * hour, 14 * hour],
    ['cross-review', 14 * hour, 20 * hour],
  ])
  expect(way.visits.map(({ touchMs }) => touchMs / hour)).toEqual([2, 3, 0])
  expect(way.visits.map(({ by }) => by)).toEqual([idOf('p'), idOf('q'), idOf('m')])
  expect(way.visits[0]?.checks).toEqual(['slot-plan'])
  expect(way).toMatchObject({ arrivedAt: 20 * hour, startedAt: hour, rounds: [] })
})

test('send-backs of one version are one round with the first one’s cause; after a new hand-in it is another', () => {
  const first = [forward(1, 'planning', 'draft'), forward(2, 'draft', 'cross-review')]
  const apart = [
    back(3, 'cross-review', 'draft', { cause: 'brief-changed' }),
    back(4, 'cross-review', 'planning'),
  ]
  const knows = [id(3), id(4)]
  const way = walk([...first, ...apart])
  expect(way.rounds).toEqual([
    expect.objectContaining({ at: 3 * hour, from: 'cross-review', cause: 'brief-changed' }),
  ])
  expect(way.visits.at(-1)).toMatchObject({ step: 'planning', to: null })
  const again = walk([
    ...[...first, ...apart, forward(5, 'planning', 'draft', { knows })],
    ...[
      forward(6, 'draft', 'cross-review', { knows }),
      back(7, 'cross-review', 'draft', { knows }),
    ],
  ])
  expect(again.rounds).toHaveLength(2)
})

test('a move that did not know of the send-back before it moves nothing', () => {
  const way = walk([
    forward(1, 'planning', 'draft'),
    back(2, 'draft', 'planning'),
    forward(3, 'draft', 'cross-review'),
  ])
  expect(way.visits.map(({ step }) => step)).toEqual(['planning', 'draft', 'planning'])
})

test('a clock that runs ahead is held to when the server had the entry, one that lags to the entry before', () => {
  const way = walk([
    said(1, 'started', 'planning', {}, { at: 900 * hour, receivedAt: 2 * hour }),
    forward(2, 'planning', 'draft', {}, { at: 1 * hour, receivedAt: 3 * hour }),
  ])
  expect(way.startedAt).toBe(2 * hour)
  expect(way.visits[0]?.to).toBe(2 * hour)
})

test('entries that came more than a day late, and those that wait here, are counted as such', () => {
  const way = walk([
    forward(1, 'planning', 'draft', {}, { at: hour, receivedAt: 26 * hour }),
    said(2, 'started', 'draft', {}, { at: 2 * hour, receivedAt: null }),
  ])
  expect(way).toMatchObject({ late: 1, unsent: 1, newest: 2 * hour })
})

test('any log, shuffled and with entries twice, takes the same way and ends where the stage says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const random = createRandom(seed)
      const made: FlowRecord[] = []
      for (let n = 1; n <= 10; n += 1) {
        const known = random.next() < 0.6 ? made : made.slice(0, random.int(made.length + 1))
        const { at, step, next } = readTaskLog(known, path)
        const act = random.next()
        const when = { at: random.int(100) * hour, receivedAt: random.int(100) * hour }
        if (act < 0.4) made.push(forward(n, step, path[at + 1] ?? 'passed', next, when))
        else if (act < 0.65 && at > 0)
          made.push(back(n, step, path[random.int(at)] ?? '', next, when))
        else made.push(said(n, random.pick(['started', 'submitted']), step, next, when))
      }
      const way = walk(made)
      const twice = [...made, ...made.slice(0, random.int(made.length))]
      expect(walk(twice.toSorted(() => random.next() - 0.5))).toEqual(way)
      const log = readTaskLog(made, path)
      expect(way.arrivedAt !== null).toBe(log.isOver)
      if (!log.isOver) expect(way.visits.at(-1)?.step).toBe(log.step)
    }),
    { numRuns: 200, seed: 26 },
  )
})
