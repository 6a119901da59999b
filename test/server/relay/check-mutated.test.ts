import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRandom, type Random } from '#shared/lib/random.ts'
import { createTable, isWhole, readerOf, type Table } from './check-table.ts'
import { editSomething } from './editing.ts'

const HONEST = 1
const ATTACKER = 2
const MUTATED = 150_000
const FROM_ONE_DOCUMENT = 500

/** A document two devices have written, and an honest next update of the attacker's to mutate. */
function start(random: Random): { table: Table; base: Uint8Array; next: Uint8Array[] } {
  const table = createTable()
  const honest = new Y.Doc()
  honest.clientID = 1_000
  for (let i = 0; i < 12; i++) editSomething(honest, random)
  table.take(Y.encodeStateAsUpdate(honest), HONEST)
  const attacker = readerOf(table.rows)
  attacker.clientID = random.pick([900, 1_100])
  for (let i = 0; i < 4; i++) editSomething(attacker, random)
  table.take(Y.encodeStateAsUpdate(attacker, table.vector()), ATTACKER)
  const next: Uint8Array[] = []
  for (let i = 0; i < 12; i++) {
    // Some continue the session, some are a reopened one; some carry several transactions.
    const doc = readerOf(table.rows)
    doc.clientID = random.pick([attacker.clientID, 950, 1_200])
    for (let k = 0; k <= random.int(4); k++) editSomething(doc, random)
    next.push(Y.encodeStateAsUpdate(doc, random.int(3) === 0 ? undefined : table.vector()))
  }
  return { table, base: Y.mergeUpdates(table.rows), next }
}

function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let out = bytes.slice()
  for (let i = 0; i <= random.int(3); i++) {
    const at = random.int(out.length)
    switch (random.int(5)) {
      case 0:
        out[at] = random.int(256)
        break
      case 1:
        out[at] = ((out[at] ?? 0) + random.pick([1, -1, 2, 127])) & 255
        break
      case 2:
        out[at] = (out[at] ?? 0) ^ (1 << random.int(8))
        break
      case 3:
        out = Uint8Array.from([...out.subarray(0, at), random.int(256), ...out.subarray(at)])
        break
      default:
        out = Uint8Array.from([...out.subarray(0, at), ...out.subarray(at + 1)])
    }
  }
  return out
}

test('of 150,000 mutated updates none that is let through makes a reader throw, wait, or merge differently', () => {
  const seed = 20_261_123
  const random = createRandom(seed)
  let letThrough = 0
  let done = 0
  while (done < MUTATED) {
    const { table, base, next } = start(random)
    const known = new Map(table.authors)
    for (let i = 0; i < FROM_ONE_DOCUMENT && done < MUTATED; i++, done++) {
      const bytes = mutate(random.pick(next), random)
      const verdict = table.take(bytes, ATTACKER)
      if (verdict === 'stored') {
        letThrough += 1
        const row = table.rows.pop() ?? new Uint8Array()
        table.authors.clear()
        for (const [client, author] of known) table.authors.set(client, author)
        const say = `seed ${seed}, update ${done}: ${Buffer.from(row).toString('hex')}`
        const doc = readerOf([base])
        expect(() => Y.applyUpdate(doc, row), say).not.toThrow()
        expect(isWhole(doc), say).toBe(true)
        if (letThrough % 8 !== 0) continue
        const merged = readerOf([Y.mergeUpdates([base, row])])
        expect(isWhole(merged), say).toBe(true)
        expect(Y.encodeStateVector(merged), say).toEqual(Y.encodeStateVector(doc))
      }
    }
  }
  expect(letThrough, `seed ${seed}`).toBeGreaterThan(5_000)
})
