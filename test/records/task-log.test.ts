/** A task's log as its records tell it: where it stands, what is going on inside the stage, and in which order it happened. */
import { expect, test } from 'vitest'
import type { Fact } from '#shared/records/fact.ts'
import type { FlowRecord } from '#shared/records/brief-flow.ts'
import { readTaskLog, type TaskOutcome } from '#shared/records/task-log.ts'
import { createRandom } from '#shared/lib/random.ts'
import { idOf } from './ledger-world.ts'

const path = ['planning', 'draft', 'cross-review', 'passed']
const letters = 'abcdefghjkmnpqrstvwxyz'
const id = (n: number): string => idOf(letters.charAt(n))

function entry(
  n: number,
  outcome: TaskOutcome,
  body: object,
  more: Partial<FlowRecord> & { readonly reason?: string } = {},
): FlowRecord {
  const fact = {
    ...{ kind: 'task', outcome, member: idOf('m'), device: idOf('d'), at: n, contentHash: null },
    ...{ reason: more.reason ?? '', body: { knows: [], place: n, ...body } },
  } as unknown as Fact
  return { id: id(n), fact, receipt: { seq: n, at: n }, standing: 'counts', ...more }
}
const forward = (n: number, from: string, to: string, body: object = {}): FlowRecord =>
  entry(n, 'forward', { from, to, checks: [], ...body })
const back = (n: number, from: string, to: string, body: object = {}): FlowRecord =>
  entry(n, 'back', { from, to, cause: 'visual', ...body })

test('a task nobody touched is ready in its first stage', () => {
  expect(readTaskLog([], path)).toMatchObject({
    ...{ step: 'planning', state: 'ready', round: 0, isOver: false, sentBackBy: null },
    next: { knows: [], place: 1 },
  })
})

test('inside a stage the newest entry counts, and of two made apart submitted stands over waiting over started', () => {
  const started = entry(1, 'started', { step: 'planning' })
  const waiting = entry(2, 'waiting', { step: 'planning', on: null }, { reason: 'the sample' })
  expect(readTaskLog([started], path).state).toBe('started')
  expect(readTaskLog([waiting, started], path).state).toBe('waiting')
  const again = entry(3, 'started', { step: 'planning' })
  expect(readTaskLog([again, waiting, started], path).state).toBe('started')
  const apart = [
    entry(4, 'started', { step: 'planning', place: 2 }),
    waiting,
    entry(5, 'submitted', { step: 'planning', place: 2 }),
  ]
  expect(readTaskLog([started, ...apart], path).state).toBe('submitted')
  expect(readTaskLog([...apart.toReversed(), started], path).state).toBe('submitted')
})

test('after it was sent back it is ready again, and what others did without having seen that counts no more', () => {
  const moves = [forward(1, 'planning', 'draft'), forward(2, 'draft', 'cross-review')]
  const sent = back(3, 'cross-review', 'draft', { field: 'references' })
  const unaware = entry(4, 'started', { step: 'draft' })
  const log = readTaskLog([...moves, sent, unaware], path)
  expect(log).toMatchObject({ step: 'draft', state: 'ready', round: 1 })
  expect(log.sentBackBy).toMatchObject({ cause: 'visual', field: 'references' })
  expect(log.next).toEqual({ knows: [id(3)], place: 5 })
  const aware = entry(5, 'started', { step: 'draft', knows: [id(3)] })
  expect(readTaskLog([...moves, sent, unaware, aware], path).state).toBe('started')
  const on = forward(6, 'draft', 'cross-review', { knows: [id(3)] })
  expect(readTaskLog([...moves, sent, aware, on], path)).toMatchObject({
    ...{ step: 'cross-review', state: 'ready', sentBackBy: null },
  })
})

test('what waits counts here and says so; what the server did not take counts nowhere', () => {
  const waiting = {
    ...forward(1, 'planning', 'draft'),
    standing: 'waiting',
    receipt: null,
  } as const
  expect(readTaskLog([waiting], path).entries[0]).toMatchObject({
    isWaiting: true,
    receivedAt: null,
  })
  expect(readTaskLog([{ ...waiting, standing: 'refused' }], path).step).toBe('planning')
})

test('what is no entry is passed over', () => {
  const odd = forward(1, 'planning', 'draft')
  const broken = [
    { ...odd, fact: null },
    { ...odd, fact: { ...odd.fact, kind: 'brief' } as Fact },
    back(2, 'draft', 'planning', { cause: 'because' }),
    entry(3, 'waiting', { step: 'planning', on: null }),
    forward(4, 'planning', 'draft', { place: 0 }),
    forward(5, 'planning', 'draft', { minutes: 6_001 }),
    forward(6, 'planning', 'draft', { knows: Array.from({ length: 101 }, () => id(1)) }),
  ]
  expect(readTaskLog(broken, path)).toMatchObject({ step: 'planning', entries: [] })
})

test('any log reads the same in any order', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = createRandom(seed)
    const made: FlowRecord[] = []
    for (let n = 1; n <= 12; n += 1) {
      const known = random.next() < 0.6 ? made : made.slice(0, random.int(made.length + 1))
      const { at, step, next } = readTaskLog(known, path)
      const act = random.next()
      if (act < 0.4) made.push(forward(n, step, path[at + 1] ?? 'passed', next))
      else if (act < 0.6 && at > 0) made.push(back(n, step, path[random.int(at)] ?? '', next))
      else made.push(entry(n, random.pick(['started', 'submitted']), { step, ...next }))
    }
    const now = readTaskLog(made, path)
    const shuffled = made.toSorted(() => random.next() - 0.5)
    expect(readTaskLog(shuffled, path), `seed ${seed}`).toEqual(now)
  }
})

test('a message that was sent is in the log with its text, and moves nothing', () => {
  const about = { step: 'planning', on: idOf('n'), phrase: 'remind', language: 'zh', by: 'copied' }
  const started = entry(1, 'started', { step: 'planning' })
  const told = entry(2, 'told', about, { reason: '主图在等你' })
  expect(readTaskLog([told, started], path)).toMatchObject({
    ...{ step: 'planning', state: 'started', round: 0, troubles: [] },
    entries: [
      { id: id(1) },
      { id: id(2), phrase: 'remind', whom: idOf('n'), reason: '主图在等你' },
    ],
  })
  // Without its text, of no kind there is, or by no way there is, it is none.
  const odd = [
    entry(3, 'told', about),
    entry(4, 'told', { ...about, phrase: 'shout' }, { reason: 'x' }),
    entry(5, 'told', { ...about, by: 'pigeon' }, { reason: 'x' }),
  ]
  expect(readTaskLog(odd, path).entries).toEqual([])
})

test('what went wrong is open until somebody says what was done; a second word does not open it, and nothing moves', () => {
  const wrong = entry(1, 'went-wrong', { step: 'planning', what: 'missed-check', on: null })
  const other = entry(2, 'went-wrong', { step: 'planning', what: 'delay', on: idOf('n') })
  const mended = entry(3, 'mended', { step: 'draft', of: id(1) }, { reason: 'replaced it' })
  const twice = entry(4, 'mended', { step: 'draft', of: id(1) }, { reason: 'so did I' })
  const log = (...some: readonly FlowRecord[]) => readTaskLog(some, path)
  expect(log(wrong, other).troubles.map((one) => one.id)).toEqual([id(1), id(2)])
  expect(log(mended, other, wrong).troubles).toMatchObject([{ what: 'delay', whom: idOf('n') }])
  expect(log(twice, mended, wrong).troubles).toEqual([])
  expect(log(wrong, other, mended)).toMatchObject({ step: 'planning', state: 'ready', round: 0 })
  // Without saying what was done nothing is closed, and only what is on the list can go wrong.
  const silent = entry(5, 'mended', { step: 'draft', of: id(1) })
  const odd = entry(6, 'went-wrong', { step: 'draft', what: 'weather', on: null })
  expect(log(wrong, silent, odd).troubles.map((one) => one.id)).toEqual([id(1)])
})
