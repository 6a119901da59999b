import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCounted } from '#server/relay/counted.ts'
import { createStrangers } from '#server/relay/strangers.ts'
import { limits } from '#shared/protocol/limits.ts'

const WINDOW = 60_000

test('so many in a window, one more is too many, and the window ends', () => {
  let now = 1_000
  const counted = createCounted({ now: () => now, windowMs: WINDOW, atMost: 3 })
  expect([1, 2, 3, 4].map(() => counted.take('a'))).toEqual([true, true, true, false])
  expect(counted.take('b')).toBe(true)
  expect([counted.isFull('a'), counted.isFull('b'), counted.isFull('nobody')]).toEqual([
    true,
    false,
    false,
  ])
  now += WINDOW - 1_500
  expect([counted.take('a'), counted.secondsLeft('a')]).toEqual([false, 2])
  now += 1_500
  expect([counted.isFull('a'), counted.take('a')]).toEqual([false, true])
})

test('a clock that is set back keeps nobody out', () => {
  let now = 10 * WINDOW
  const counted = createCounted({ now: () => now, windowMs: WINDOW, atMost: 1 })
  expect([counted.take('a'), counted.take('a')]).toEqual([true, false])
  now -= 5 * WINDOW
  expect(counted.take('a')).toBe(true)
})

test('many callers take no more memory than the limit, and the newest are remembered', () => {
  const counted = createCounted({ now: () => 0, windowMs: WINDOW, atMost: 1 })
  for (let n = 0; n < 3 * limits.callersCounted; n++) counted.take(`10.0.${n}`)
  expect(counted.size()).toBe(limits.callersCounted)
  expect(counted.take(`10.0.${3 * limits.callersCounted - 1}`)).toBe(false)
  expect(counted.take('10.0.0')).toBe(true)
})

test('asking without counting remembers nobody', () => {
  const counted = createCounted({ now: () => 0, windowMs: WINDOW, atMost: 1 })
  for (let n = 0; n < 100; n++) counted.isFull(`10.0.${n}`)
  expect(counted.size()).toBe(0)
})

test('whatever comes when, nobody gets more than the limit within one window', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 30_000 })))
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 4 }), (all, atMost) => {
      let now = 0
      const counted = createCounted({ now: () => now, windowMs: WINDOW, atMost })
      const taken: { who: string; at: number }[] = []
      for (const [who, wait] of all) {
        now += wait
        if (counted.take(who)) taken.push({ who, at: now })
      }
      // A window begins with what is counted first, so two can touch: at most twice as many in any minute.
      for (const { who, at } of taken) {
        const near = taken.filter((one) => one.who === who && one.at >= at && one.at < at + WINDOW)
        expect(near.length).toBeLessThanOrEqual(2 * atMost)
      }
    }),
  )
})

test('strangers leave once, however often they are said to have left, and leave nothing behind', () => {
  const strangers = createStrangers()
  const leaves = Array.from({ length: limits.unknownSockets }, () => strangers.enter('a'))
  expect([strangers.enter('a'), strangers.addresses()]).toEqual([null, 1])
  expect(strangers.enter('b')).not.toBeNull()
  leaves[0]?.()
  leaves[0]?.()
  const again = strangers.enter('a')
  expect([again === null, strangers.enter('a')]).toEqual([false, null])
  for (const leave of [...leaves, again]) leave?.()
  expect(strangers.addresses()).toBe(1)
})
