/** Tasks that wait for others: what holds up, what ends it, and that a circle never holds anybody for ever. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circleWith, readWaits, type Waiter, type Waiters } from '#shared/domain/tasks/waits.ts'
import type { Topic } from '#shared/lib/ids.ts'

const topic = (letter: string): Topic => letter.repeat(26) as Topic
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(topic) as [Topic, Topic, Topic, Topic]
const waiter = (waits: readonly Topic[], more: Partial<Waiter> = {}): Waiter => ({
  ...{ waits, master: null, isOver: false },
  ...more,
})
const statesOf = (all: Waiters, of: Topic) =>
  readWaits(all)
    .get(of)
    ?.map(({ state }) => state)

test('a task is held up until the other is handed off, and by nothing this device does not know', () => {
  const open = new Map([
    [a, waiter([b, d])],
    [b, waiter([])],
  ])
  expect(statesOf(open, a)).toEqual(['open', 'unknown'])
  expect(statesOf(new Map(open).set(b, waiter([], { isOver: true })), a)).toEqual([
    'over',
    'unknown',
  ])
})

test('a circle is refused with its way, also one that goes by a master', () => {
  const all = new Map([
    [a, waiter([b])],
    [b, waiter([c])],
    [c, waiter([])],
    [d, waiter([], { master: c })],
  ])
  expect(circleWith(all, c, a)).toEqual([a, b, c])
  expect(circleWith(all, c, d)).toEqual([d, c])
  expect(circleWith(all, a, a)).toEqual([a])
  expect(circleWith(all, a, c)).toBeNull()
})

test('those a merge left in a circle hold each other up no more, while whoever waits for them waits on', () => {
  const all = new Map([
    [a, waiter([b])],
    [b, waiter([a])],
    [c, waiter([a])],
  ])
  expect(statesOf(all, a)).toEqual(['circle'])
  expect(statesOf(all, b)).toEqual(['circle'])
  expect(statesOf(all, c)).toEqual(['open'])
  const byMaster = new Map([
    [a, waiter([b])],
    [b, waiter([], { master: a })],
  ])
  expect(statesOf(byMaster, a)).toEqual(['circle'])
})

const graphs = fc
  .array(fc.array(fc.nat(11), { maxLength: 4 }), { minLength: 1, maxLength: 12 })
  .map((lists) => {
    const topics = lists.map((_, at) => topic(String.fromCharCode(97 + at)))
    const known = (at: number): Topic => topics[at % topics.length] ?? a
    return new Map(lists.map((waits, at) => [known(at), waiter([...new Set(waits.map(known))])]))
  })

test('whatever merges: somebody can always go on, and when all have, everything is over', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const all = new Map(graph)
      for (let left = all.size; left > 0; left -= 1) {
        const states = readWaits(all)
        const free = [...all].find(
          ([one, { isOver }]) => !isOver && !states.get(one)?.some(({ state }) => state === 'open'),
        )
        expect(free, 'somebody can go on').toBeDefined()
        if (free) all.set(free[0], { ...free[1], isOver: true })
      }
    }),
  )
})

test('what was never refused never makes a circle', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 40 }), (asked) => {
      const all = new Map(
        Array.from({ length: 8 }, (_, at) => [topic(String.fromCharCode(97 + at)), waiter([])]),
      )
      const named = [...all.keys()]
      for (const [from, on] of asked) {
        const [one, other] = [named[from] ?? a, named[on] ?? a]
        if (circleWith(all, one, other) !== null) continue
        all.set(one, waiter([...(all.get(one)?.waits ?? []), other]))
      }
      for (const waits of readWaits(all).values())
        expect(waits.some(({ state }) => state === 'circle')).toBe(false)
    }),
  )
})

test('a chain of ten thousand is read without running out of stack', () => {
  const named = Array.from({ length: 10_000 }, (_, at) => `${at}`.padStart(26, '0') as Topic)
  const all = new Map(
    named.map((one, at) => [
      one,
      waiter(named[at + 1] === undefined ? [] : [named[at + 1] ?? one]),
    ]),
  )
  expect(readWaits(all).size).toBe(9_999)
})
