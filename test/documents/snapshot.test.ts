/** A version that a record speaks of: proved by its hash on any device, and told apart from what the brief says later. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readSnapshot, snapshotOf, wholeContentHash } from '#shared/documents/snapshot.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { setTitle } from '#shared/documents/commands/brief-fields.ts'
import { createRandom } from '#shared/lib/random.ts'
import { randomActs } from './random-acts.ts'
import { replicas, rowIds, sync } from './replicas.ts'

const RUNS = 300

test('two devices that show the same prove the same version, whatever they did to come there', () => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const random = createRandom(seed)
    const newRow = rowIds(seed)
    const ledger = { added: new Set<string>(), removed: new Set<string>() }
    const docs = replicas(2, seed)
    for (let acts = 0; acts < 20; acts += 1) {
      const doc = random.pick(docs)
      random.pick(randomActs(doc, random, newRow, ledger))()
      if (random.int(6) === 0) sync(...docs)
    }
    sync(...docs)
    const [one, other] = docs
    if (one === undefined || other === undefined) throw new RangeError('no replicas')
    const hash = wholeContentHash(one)
    expect(wholeContentHash(other), `seed ${seed}`).toBe(hash)
    const then = readSnapshot(snapshotOf(other), hash)
    expect(then, `seed ${seed}`).not.toBeNull()
    expect(then && readBrief(then)).toEqual(readBrief(one))

    // An edit after it is another version; the one before stays provable.
    const before = snapshotOf(one)
    setTitle(one, `changed since, seed ${seed}`)
    expect(wholeContentHash(one)).not.toBe(hash)
    expect(readSnapshot(snapshotOf(one), hash)).toBeNull()
    expect(readSnapshot(before, hash)).not.toBeNull()
  }
})

test('bytes that are no version, or another one, prove nothing and harm nothing', () => {
  const doc = new Y.Doc()
  setTitle(doc, 'Mug')
  const [bytes, hash] = [snapshotOf(doc), wholeContentHash(doc)]
  const random = createRandom(5)
  for (let run = 0; run < 500; run += 1) {
    const broken = bytes.slice(0, random.int(3) === 0 ? random.int(bytes.length) : bytes.length)
    for (let flips = 0; flips < 1 + random.int(3); flips += 1)
      if (broken.length > 0) broken[random.int(broken.length)] = random.int(256)
    const read = readSnapshot(broken, hash)
    if (read !== null) expect(wholeContentHash(read)).toBe(hash)
  }
  expect(readSnapshot(new Uint8Array(), hash)).toBeNull()
})
