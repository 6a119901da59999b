/** Where a task stands, from the moves people made apart from each other and in any order of arrival. */
import { expect, test } from 'vitest'
import { createRandom } from '#shared/lib/random.ts'
import { foldStage, type Move } from '#shared/records/task-stage.ts'

const path = ['planning', 'draft', 'cross-review', 'compliance', 'handed-off'] as const
const move = (
  id: string,
  outcome: Move['outcome'],
  to: string,
  ...knows: readonly string[]
): Move => ({ id, outcome, to, knows: new Set(knows) })
const stageOf = (...moves: readonly Move[]): string | undefined =>
  path[foldStage(path, moves).place]

test('a task begins at the first stage of its path and moves on', () => {
  expect(stageOf()).toBe('planning')
  expect(stageOf(move('a', 'forward', 'draft'))).toBe('draft')
  expect(stageOf(move('a', 'forward', 'draft'), move('b', 'forward', 'cross-review'))).toBe(
    'cross-review',
  )
})

test('one moves the task forward, one sends it back: back wins', () => {
  const apart = [
    move('a', 'forward', 'cross-review'),
    move('b', 'forward', 'compliance'),
    move('c', 'back', 'draft'),
  ]
  expect(stageOf(...apart)).toBe('draft')
  // Whoever saw the send-back moves it on again.
  expect(stageOf(...apart, move('d', 'forward', 'cross-review', 'c'))).toBe('cross-review')
})

test('two send it back apart: the earlier stage counts; one that knew of the other replaces it', () => {
  const first = move('a', 'back', 'cross-review')
  expect(stageOf(first, move('b', 'back', 'planning'))).toBe('planning')
  expect(stageOf(first, move('b', 'back', 'draft', 'a'))).toBe('draft')
  const late = move('x', 'back', 'planning')
  const answered = [first, move('b', 'forward', 'compliance', 'a')]
  expect(stageOf(...answered)).toBe('compliance')
  expect(stageOf(...answered, late)).toBe('planning')
})

test('a move to a stage that is not on the path is passed over', () => {
  expect(stageOf(move('a', 'forward', 'measured'), move('b', 'back', 'nowhere'))).toBe('planning')
  expect(foldStage(path, [move('b', 'back', 'nowhere')]).round).toBe(0)
})

test('1,000 histories of three devices: one stage, the same in any order, and nobody overrules a send-back they did not know', () => {
  for (let seed = 1; seed <= 1_000; seed += 1) {
    const random = createRandom(seed)
    const made: Move[] = []
    const devices = [new Set<Move>(), new Set<Move>(), new Set<Move>()]
    const steps = 1 + random.int(25)
    for (let n = 0; n < steps; n += 1) {
      const device = random.pick(devices)
      if (random.next() < 0.4) for (const one of random.pick(devices)) device.add(one)
      const { place, sentBack } = foldStage(path, [...device])
      const isBack = place > 0 && random.next() < 0.35
      const to = isBack ? random.int(place) : Math.min(path.length - 1, place + 1)
      const one = move(`m${n}`, isBack ? 'back' : 'forward', path[to] ?? '', ...sentBack)
      made.push(one)
      device.add(one)
      // A device sees its own move at once, unless it stood at the end.
      expect(foldStage(path, [...device]).place, `seed ${seed}`).toBe(to)
    }
    const now = foldStage(path, made)
    const twice = [...made, ...made.filter(() => random.next() < 0.3)]
    const distinct = (moves: readonly Move[]) => [...new Map(moves.map((m) => [m.id, m])).values()]
    for (let order = 0; order < 3; order += 1) {
      const shuffled = distinct(twice.toSorted(() => random.next() - 0.5))
      expect(foldStage(path, shuffled), `seed ${seed}`).toEqual(now)
    }
    const backs = made.filter(({ outcome }) => outcome === 'back')
    const counted = made.filter(
      ({ outcome, knows }) => outcome === 'forward' && backs.every(({ id }) => knows.has(id)),
    )
    if (counted.length === 0 && backs.length > 0) {
      const unanswered = backs.filter(({ id }) => !backs.some(({ knows }) => knows.has(id)))
      const earliest = Math.min(...unanswered.map(({ to }) => path.findIndex((p) => p === to)))
      expect(now.place, `seed ${seed}`).toBe(earliest)
    }
    // Once everybody has everything, a move forward moves.
    const next = Math.min(path.length - 1, now.place + 1)
    const last = move('last', 'forward', path[next] ?? '', ...now.sentBack)
    expect(foldStage(path, [...made, last]).place, `seed ${seed}`).toBe(next)
  }
})
