/**
 * Random runs of three devices with the stock provider: edits, cuts, slow frames, lost acknowledgements, refusals that mean
 * later, dead tabs. At the end all are equal and nothing waits; on the way "safe" is never said too early.
 */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { OpenDocument } from '#client/replica/documents.ts'
import type { Replica } from '#client/replica/replica.ts'
import { createRandom, type Random } from '#shared/lib/random.ts'
import {
  createFakeDevice,
  createTestClock,
  docName,
  fields,
  set,
  turn,
  until,
} from './fake-device.ts'
import { createFakeRelay, type FakeRelay } from './fake-relay.ts'

const names = [docName('a'), docName('b')] as const
const runs = Number(process.env['RUNS'] ?? 60)
const first = Number(process.env['SEED'] ?? 1)

interface Side {
  replica: Replica
  documents: OpenDocument[]
}

test(`${runs} random runs from seed ${first}: three devices converge and every outbox empties`, async () => {
  let safeSeen = 0
  for (let seed = first; seed < first + runs; seed += 1) {
    try {
      safeSeen += await run(seed)
    } catch (fault) {
      throw new Error(`seed ${seed}`, { cause: fault })
    }
  }
  // The check of `safe` must have had something to check.
  expect(safeSeen).toBeGreaterThan(runs * 10)
})

async function run(seed: number): Promise<number> {
  const random = createRandom(seed)
  const relay = createFakeRelay()
  const clock = createTestClock()
  relay.delay = () => random.int(4)
  relay.judge = () => (random.int(25) === 0 ? 'busy' : null)
  const devices = await Promise.all(
    [1, 2, 3].map(() => createFakeDevice(relay, clock, () => random.next())),
  )
  const sides: Side[] = []
  const start = async (index: number): Promise<void> => {
    const replica = await devices[index]?.open()
    if (replica !== undefined)
      sides[index] = { replica, documents: names.map((name) => replica.openDocument(name)) }
  }
  for (const index of devices.keys()) await start(index)
  const stored = new Set<string>()
  let safeSeen = 0
  let count = 0

  for (let step = 0; step < 60; step += 1) {
    const index = random.int(3)
    const side = sides[index]
    const document = side === undefined ? undefined : random.pick(side.documents)
    if (side === undefined || document === undefined) continue
    const act = random.int(20)
    if (act < 12) {
      const key = `${index}-${(count += 1)}`
      edit(random, document.doc(), key)
      if (random.int(3) === 0)
        void document
          .whenStored()
          .then((done) => void (done && stored.add(`${document.name} ${key}`)))
    } else if (act < 14) relay.cutAll()
    else if (act === 14) relay.down = !relay.down
    else if (act === 15) {
      devices[index]?.crash()
      await start(index)
    } else if (act === 16) {
      await document.close()
      side.documents = side.documents.map((one) =>
        one === document ? side.replica.openDocument(one.name) : one,
      )
    } else clock.advance(random.int(3_000))
    for (let turns = random.int(8); turns > 0; turns -= 1) await turn()
    clock.advance(random.int(80))
    safeSeen += checkSafe(relay, sides)
  }

  relay.down = false
  relay.judge = () => null
  await until(
    clock,
    () => {
      checkSafe(relay, sides)
      return sides.every(
        ({ replica, documents }) =>
          replica.status.overall().kind === 'safe' && documents.every(isEqualTo(relay)),
      )
    },
    'all equal and nothing waiting',
  )
  for (const entry of stored) {
    const [name, key] = entry.split(' ')
    const doc = names.find((one) => one === name)
    expect(
      doc !== undefined && relay.doc(doc).getMap('fields').has(String(key)),
      `${entry} was on the device`,
    ).toBe(true)
  }
  for (const { replica } of sides) await replica.close()
  return safeSeen
}

function edit(random: Random, doc: Y.Doc, key: string): void {
  set(doc, key, random.int(100))
  if (random.int(3) === 0) set(doc, 'shared', key)
  const text = doc.getText('text')
  if (random.int(2) === 0) text.insert(random.int(text.length + 1), key)
  else if (text.length > 2) text.delete(random.int(text.length - 2), 2)
}

const isEqualTo =
  (relay: FakeRelay) =>
  ({ name, doc }: OpenDocument): boolean => {
    const there = relay.doc(name)
    return (
      JSON.stringify(sorted(fields(doc()))) === JSON.stringify(sorted(fields(there))) &&
      doc().getText('text').toJSON() === there.getText('text').toJSON()
    )
  }

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    : value

/** Where a device says safe, the relay has every struct of that document. Counts how often it was said. */
function checkSafe(relay: FakeRelay, sides: readonly Side[]): number {
  let said = 0
  for (const { replica, documents } of sides) {
    for (const { name, doc } of documents) {
      if (replica.status.of(name).kind !== 'safe') continue
      said += 1
      const has = Y.decodeStateVector(Y.encodeStateVector(relay.doc(name)))
      for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc()))) {
        expect(has.get(client) ?? 0, `${name} is said to be safe`).toBeGreaterThanOrEqual(clock)
      }
    }
  }
  return said
}
