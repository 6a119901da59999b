import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'
import { createRandom } from '#shared/lib/random.ts'
import { createCompactor, type Compactor, type CompactorParts } from '#server/relay/compaction.ts'
import { compactUpdates, mergeByTree } from '#server/relay/compaction-merge.ts'
import type { CompactionFault } from '#server/relay/compaction-messages.ts'
import { createCompactionThread } from '#server/relay/compaction-thread.ts'
import { batchOf, brief, docNamed, otherBrief, rowOf, workspace } from './log/log-rows.ts'
import { createMemoryLog, type MemoryLog } from './log/memory-log.ts'

const compactors: Compactor[] = []
afterEach(async () => {
  await Promise.all(compactors.splice(0).map((compactor) => compactor.close()))
})

function compactorOver(log: CompactorParts['log'], over: Partial<CompactorParts> = {}) {
  const faults: [DocName, CompactionFault][] = []
  const compactor = createCompactor({
    log,
    everyRows: 10,
    onFault: (doc, fault) => faults.push([doc, fault]),
    ...over,
  })
  compactors.push(compactor)
  return { compactor, faults }
}

/** Updates of several writers who type, format, nest, delete and undo, in an order in which each was written. */
function writtenUpdates(seed: number, steps: number): Uint8Array[] {
  const random = createRandom(seed)
  const docs = [1, 2, 3].map((client) => {
    const doc = new Y.Doc()
    doc.clientID = seed * 10 + client
    return doc
  })
  const updates: Uint8Array[] = []
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'other') updates.push(update)
    })
  }
  const sync = (from: Y.Doc, to: Y.Doc): void =>
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'other')
  for (let step = 0; step < steps; step += 1) {
    const doc = random.pick(docs)
    const text = doc.getText('text:notes')
    const list = doc.getArray<unknown>('list')
    const kind = random.int(7)
    if (kind === 0)
      doc
        .getMap('fields')
        .set(`f${random.int(5)}`, random.int(2) === 0 ? random.int(100) : { a: [step], b: null })
    else if (kind === 1 && text.length > 2) text.delete(random.int(text.length - 1), 1)
    else if (kind === 2 && text.length > 4)
      text.format(random.int(text.length - 3), 2, { bold: true })
    else if (kind === 3) list.push([step, new Y.Map([['k', step]])])
    else if (kind === 4 && list.length > 1) list.delete(random.int(list.length), 1)
    else if (kind === 5) sync(random.pick(docs), doc)
    else text.insert(random.int(text.length + 1), random.pick(['a', '标', '👍', 'bc']))
  }
  return updates
}

async function fill(log: MemoryLog, doc: DocName, updates: readonly Uint8Array[]): Promise<void> {
  await log.append([batchOf(updates.map((bytes, index) => rowOf(doc, index + 1, { bytes })))])
}

function stateOf(updates: readonly Uint8Array[]): unknown {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return {
    text: doc.getText('text:notes').toDelta() as unknown,
    list: doc.getArray('list').toJSON(),
    fields: doc.getMap('fields').toJSON(),
    vector: Y.encodeStateVector(doc),
  }
}

async function stateIn(log: MemoryLog, doc: DocName): Promise<unknown> {
  const { snapshot, rows } = await log.read(doc, 0)
  return stateOf([...(snapshot === null ? [] : [snapshot.bytes]), ...rows.map((row) => row.bytes)])
}

describe('merging', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    test(`a compacted document is the one its rows gave, seed ${seed}`, () => {
      const updates = writtenUpdates(seed, 300)
      const half = compactUpdates(null, updates.slice(0, 100))
      expect(half.ok).toBe(true)
      if (!half.ok) return
      const whole = compactUpdates(half.value, updates.slice(100))
      expect(whole.ok).toBe(true)
      if (whole.ok) expect(stateOf([whole.value])).toEqual(stateOf(updates))
    })
  }

  test('after compaction a new device reads at most twice the state, however much was deleted', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => void updates.push(update))
    for (let step = 0; step < 2_000; step += 1) {
      doc.getText('text:notes').insert(0, `${step}${'.'.repeat(300)}`)
      doc.getText('text:notes').delete(0, 300)
    }
    const state = Y.encodeStateAsUpdate(doc).byteLength
    expect(mergeByTree(updates).byteLength).toBeGreaterThan(2 * state)
    const compacted = compactUpdates(null, updates)
    expect(compacted.ok && compacted.value.byteLength).toBeLessThanOrEqual(2 * state)
  })

  test.each([
    ['leaves a row out', (updates: readonly Uint8Array[]) => mergeByTree(updates.slice(1))],
    [
      'forgets the last deletion',
      (updates: readonly Uint8Array[]) => mergeByTree(updates.slice(0, -1)),
    ],
    [
      'invents a row',
      (updates: readonly Uint8Array[]) =>
        mergeByTree([...updates, rowThat((doc) => doc.getMap('fields').set('x', 1))]),
    ],
    [
      'leaves out what was written and deleted again',
      (updates: readonly Uint8Array[]) => mergeByTree(updates.slice(0, -2)),
    ],
    [
      'changes a letter',
      (updates: readonly Uint8Array[]) =>
        mergeByTree(updates).map((byte) => (byte === 0x71 ? 0x70 : byte)),
    ],
  ])('a merge that %s is found and not believed', (_what, merge) => {
    const doc = new Y.Doc()
    // Fixed, so that no byte of it is taken for the letter.
    doc.clientID = 1
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => void updates.push(update))
    doc.getText('text:notes').insert(0, 'q')
    doc.getText('text:notes').insert(1, 'rst')
    doc.getText('text:notes').delete(2, 1)
    doc.getText('text:notes').insert(0, 'z')
    doc.getText('text:notes').delete(0, 1)
    const compacted = compactUpdates(null, updates, merge)
    expect(compacted).toMatchObject({ ok: false, refusal: { fault: 'differs' } })
  })
})

describe('the compactor', () => {
  test('retires the rows of a grown document and leaves one with few rows alone', async () => {
    const log = createMemoryLog()
    const updates = writtenUpdates(1, 60)
    await fill(log, brief, updates)
    await fill(log, otherBrief, writtenUpdates(2, 8).slice(0, 5))
    const before = await stateIn(log, brief)
    const { compactor, faults } = compactorOver(log)
    compactor.compactSoon(brief)
    compactor.compactSoon(otherBrief)
    await compactor.idle()
    expect(faults).toEqual([])
    expect(await log.state(workspace, brief)).toMatchObject({
      seq: updates.length,
      rowsSinceSnapshot: 0,
    })
    expect(await log.state(workspace, otherBrief)).toMatchObject({ rowsSinceSnapshot: 5 })
    expect(await stateIn(log, brief)).toEqual(before)
  })

  test('goes on from the snapshot when new rows have come', async () => {
    const log = createMemoryLog()
    const updates = writtenUpdates(3, 200)
    await fill(log, brief, updates.slice(0, 60))
    const { compactor } = compactorOver(log)
    compactor.compactSoon(brief)
    await compactor.idle()
    await log.append([
      batchOf(updates.slice(60).map((bytes, index) => rowOf(brief, 61 + index, { bytes }))),
    ])
    await compactor.compactDue()
    await compactor.idle()
    expect(await log.state(workspace, brief)).toMatchObject({ rowsSinceSnapshot: 0 })
    expect(await stateIn(log, brief)).toEqual(stateOf(updates))
  })

  test.each([
    ['unreadable', poisoned],
    ['incomplete', gapped],
  ] as const)(
    'an %s document is set aside with all its rows, and the next one is compacted',
    async (fault, spoil) => {
      const log = createMemoryLog()
      const bad = docNamed('d')
      const spoilt = spoil(writtenUpdates(4, 60))
      await fill(log, bad, spoilt)
      await fill(log, brief, writtenUpdates(5, 60))
      const { compactor, faults } = compactorOver(log)
      compactor.compactSoon(bad)
      compactor.compactSoon(brief)
      await compactor.idle()
      compactor.compactSoon(bad)
      await compactor.idle()
      expect(faults).toEqual([[bad, fault]])
      expect([...compactor.quarantined()]).toEqual([[bad, fault]])
      expect((await log.read(bad, 0)).rows).toHaveLength(spoilt.length)
      expect(await log.state(workspace, brief)).toMatchObject({ rowsSinceSnapshot: 0 })
    },
  )

  test('a thread that dies, or never answers, costs only the document it worked on', async () => {
    const log = createMemoryLog()
    await fill(log, brief, writtenUpdates(6, 60))
    await fill(log, otherBrief, writtenUpdates(8, 60))
    for (const [source, patience] of [
      ['process.exit(3)', 20_000],
      ["require('node:worker_threads').parentPort.on('message', () => { for (;;); })", 300],
    ] as const) {
      const broken = new URL(
        `data:text/javascript,${encodeURIComponent(`import { createRequire } from 'node:module'; const require = createRequire('file:///'); ${source}`)}`,
      )
      const { compactor, faults } = compactorOver(log, {
        thread: createCompactionThread(broken, patience),
      })
      compactor.compactSoon(brief)
      compactor.compactSoon(otherBrief)
      await compactor.idle()
      // The second got a thread of its own, as bad as the first, and an answer.
      expect(faults).toEqual([
        [brief, 'failed'],
        [otherBrief, 'failed'],
      ])
      expect((await log.read(brief, 0)).snapshot).toBeNull()
    }
  })

  test('closing ends what runs and leaves the document as it was', async () => {
    const log = createMemoryLog()
    await fill(log, brief, writtenUpdates(7, 60))
    const { compactor, faults } = compactorOver(log)
    compactor.compactSoon(brief)
    await compactor.close()
    await compactor.idle()
    expect(faults).toEqual([])
    expect((await log.read(brief, 0)).snapshot).toBeNull()
  })
})

function rowThat(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  write(doc)
  return Y.encodeStateAsUpdate(doc)
}

/** A row cut off in the middle. */
function poisoned(updates: readonly Uint8Array[]): Uint8Array[] {
  return updates.map((update, index) => (index === 7 ? update.slice(0, update.length - 3) : update))
}

/** A writer's second update without the first. */
function gapped(updates: readonly Uint8Array[]): Uint8Array[] {
  const doc = new Y.Doc()
  doc.getMap('fields').set('a', 1)
  const vector = Y.encodeStateVector(doc)
  doc.getMap('fields').set('a', 2)
  return [...updates, Y.encodeStateAsUpdate(doc, vector)]
}
