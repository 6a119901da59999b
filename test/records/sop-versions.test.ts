/** Which version of the SOP is current, from what leads published, in each order and without having known each other's. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '#shared/lib/random.ts'
import type { FlowRecord } from '#shared/records/brief-flow.ts'
import type { Fact } from '#shared/records/fact.ts'
import { readSopVersions, shippedVersion } from '#shared/records/sop-versions.ts'
import { idOf, people } from './ledger-world.ts'

const letters = 'abcdefghjkmnpqrstvwxyz'
const id = (n: number): string => idOf(letters.charAt(n))

/** Its version has the letter of its record. */
function published(n: number, over: string | null, more: Partial<FlowRecord> = {}): FlowRecord {
  const fact = {
    ...{ kind: 'sop', scope: people, subject: id(n), outcome: 'published', contentHash: null },
    ...{ reason: '', body: { over }, member: idOf('m'), device: idOf('d'), at: n },
  } as unknown as Fact
  return { id: id(n), fact, receipt: { seq: n, at: n }, standing: 'counts', ...more }
}
const currentOf = (...records: FlowRecord[]): string | null =>
  readSopVersions(records).current?.version ?? null

test('the shipped version is current until somebody publishes, then what was published over it', () => {
  expect(currentOf()).toBeNull()
  expect(currentOf(published(1, null))).toBe(id(1))
  const { current, line } = readSopVersions([published(1, null), published(2, id(1))])
  expect(current).toMatchObject({ version: id(2), number: 2, standing: 'current' })
  expect(line.map(({ number }) => number)).toEqual([2, 1])
})

test('of two published apart the one the server had first is current, and the other is kept and says so', () => {
  const { current, all } = readSopVersions([
    ...[published(1, null), published(2, id(1)), published(3, id(1))],
  ])
  expect(current?.version).toBe(id(2))
  expect(all.map(({ standing, number }) => [standing, number])).toEqual([
    ['past', 1],
    ['current', 2],
    ['beside', 2],
  ])
  // Whoever goes on from the one that did not take effect does not take over either, until they know the current one.
  const more = [published(1, null), published(2, id(1)), published(3, id(1)), published(4, id(3))]
  expect(currentOf(...more)).toBe(id(2))
  expect(currentOf(...more, published(5, id(2)))).toBe(id(5))
})

test('going back to the shipped version is a publication like any other', () => {
  const back = published(2, id(1))
  const shipped = { ...back, fact: { ...back.fact, subject: shippedVersion } as Fact }
  expect(currentOf(published(1, null), shipped)).toBe(shippedVersion)
})

test('what waits counts here and says so; what the server did not take counts nowhere', () => {
  const waiting = published(2, id(1), { standing: 'waiting', receipt: null })
  expect(readSopVersions([published(1, null), waiting]).current).toMatchObject({
    ...{ version: id(2), isWaiting: true },
  })
  expect(currentOf(published(1, null), { ...waiting, standing: 'refused' })).toBe(id(1))
})

test('what is no publication is passed over', () => {
  const odd = published(2, id(1))
  for (const record of [
    { ...odd, fact: null },
    { ...odd, fact: { ...odd.fact, kind: 'grant' } as Fact },
    { ...odd, fact: { ...odd.fact, subject: 'default-2' } as Fact },
    { ...odd, fact: { ...odd.fact, body: { over: 'x' } } as unknown as Fact },
    { ...odd, fact: { ...odd.fact, body: { over: null, more: 1 } } as unknown as Fact },
  ])
    expect(currentOf(published(1, null), record)).toBe(id(1))
})

test('devices that publish offline in any order come to the same versions, and what is current changes only by who knew it', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 20 }), (seed, acts) => {
      const random = createRandom(seed)
      const ledger: FlowRecord[] = []
      /** What each of three devices has read of the ledger, and what it has not sent. */
      const devices = Array.from({ length: 3 }, () => ({ read: 0, waiting: [] as FlowRecord[] }))
      const seenBy = (one: (typeof devices)[number]) =>
        readSopVersions([...ledger.slice(0, one.read), ...one.waiting])
      let made = 0
      for (let n = 0; n < acts; n += 1) {
        const device = random.pick(devices)
        if (random.next() < 0.5 && made < letters.length - 1) {
          made += 1
          const over = seenBy(device).current?.id ?? null
          device.waiting.push(published(made, over, { standing: 'waiting', receipt: null }))
          // Who publishes sees it in force at once.
          expect(seenBy(device).current?.id).toBe(id(made))
          continue
        }
        for (const record of device.waiting.splice(0)) {
          const before = readSopVersions(ledger).current
          ledger.push({ ...record, standing: 'counts', receipt: { seq: ledger.length + 1, at: n } })
          const now = readSopVersions(ledger).current
          // A late one takes over only from what its maker knew.
          if (now?.id === record.id) expect(now.over).toBe(before?.id ?? null)
          else expect(now).toEqual(before)
        }
        device.read = ledger.length
      }
      for (const device of devices) {
        ledger.push(
          ...device.waiting.splice(0).map((record, at) => ({
            ...record,
            standing: 'counts' as const,
            receipt: { seq: ledger.length + at + 1, at: 0 },
          })),
        )
      }
      for (const device of devices) device.read = ledger.length
      const [first, ...others] = devices.map(seenBy)
      for (const other of others) expect(other).toEqual(first)
      // Nothing is lost, one is current, and each of the line names the one below it.
      expect(first?.all).toHaveLength(made)
      expect(first?.all.filter(({ standing }) => standing === 'current')).toHaveLength(
        made === 0 ? 0 : 1,
      )
      first?.line.forEach((one, at) => expect(one.over).toBe(first.line[at + 1]?.id ?? null))
      // What stood in force first in the ledger is the foot of the line.
      expect(first?.line.at(-1)?.id).toBe(ledger.find((one) => one.fact?.body['over'] === null)?.id)
    }),
    { numRuns: 1_000 },
  )
})
