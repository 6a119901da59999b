/** Types nested deeper than allowed are refused by a running relay, whatever it remembers of the document. */
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createCheckThread, type CheckThread } from '#server/relay/check-thread.ts'
import { compactUpdates } from '#server/relay/compaction-merge.ts'
import { depthsOf } from '#server/relay/stored-depths.ts'
import { limits } from '#shared/protocol/limits.ts'
import { createTable, readerOf, stored } from './check-table.ts'
import { signIn } from './device.ts'
import { createFaultyLog } from './faulty-log.ts'
import { edit, type } from './frames.ts'
import { deeper, nested } from './nesting.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

let running: RunningRelay | null = null
afterEach(async () => {
  await running?.stop()
  running = null
})

/** A document as deep as allowed but one level, by hand; `doc` goes on with it. */
const almostTooDeep = (): { bytes: Uint8Array; doc: Y.Doc } => {
  const bytes = nested(limits.typeDepth)
  const doc = readerOf([bytes])
  doc.clientID = 800
  return { bytes, doc }
}
const oneDeeper = (doc: Y.Doc): Uint8Array => edit(doc, () => deeper(doc))

test.each([
  ['small', 1],
  ['large, read in the thread', 40_000],
])(
  'after a restart the levels of a %s document are known again, for small and large updates',
  async (_, size) => {
    const relay = (running = await runRelay())
    const key = await relay.person()
    const first = await signIn(relay.address, key)
    const name = newDoc()
    const { bytes, doc } = almostTooDeep()
    expect(await first.push(name, bytes)).toEqual({ n: 1, seq: 1 })
    expect(
      await first.push(
        name,
        edit(doc, () => doc.getMap('m').set('b', new Uint8Array(size))),
      ),
    ).toEqual({ n: 2, seq: 2 })
    await relay.restart()
    const again = await signIn(relay.address, key, 3)
    expect(await again.push(name, oneDeeper(doc))).toEqual({ n: 3, seq: 3 })
    await relay.restart()
    const third = await signIn(relay.address, key, 4)
    const tooDeep = edit(doc, () => deeper(doc))
    const tooDeepAndLarge = Y.mergeUpdates([
      tooDeep,
      edit(doc, () => doc.getMap('m').set('c', new Uint8Array(20_000))),
    ])
    expect(await third.push(name, tooDeep)).toBe('malformed')
    expect(await third.push(name, tooDeepAndLarge)).toBe('malformed')
    expect(await third.push(name, type(new Y.Doc(), 'x'))).toEqual({ n: 6, seq: 4 })
  },
)

test('a loaded document is read once, before its first update', async () => {
  let asked = 0
  const checks = (): CheckThread => {
    const thread = createCheckThread()
    return { ...thread, depths: (from) => ((asked += 1), thread.depths(from)) }
  }
  const relay = (running = await runRelay({ checks }))
  const key = await relay.person()
  const name = newDoc()
  const doc = new Y.Doc()
  const large = edit(doc, () => doc.getMap('m').set('b', new Uint8Array(20_000)))
  const first = await signIn(relay.address, key)
  for (const bytes of [large, type(doc, 'x')])
    expect(await first.push(name, bytes)).toBeTypeOf('object')
  expect(asked).toBe(0)
  await relay.restart()
  const again = await signIn(relay.address, key, 3)
  for (let i = 0; i < 3; i += 1) expect(await again.push(name, type(doc, 'x'))).toBeTypeOf('object')
  expect(asked).toBe(1)
})

test('levels a large update brought are known to the small ones after it', async () => {
  const relay = (running = await runRelay())
  const mei = await relay.device()
  const name = newDoc()
  const { bytes, doc } = almostTooDeep()
  const large = edit(doc, () => doc.getMap('m').set('b', new Uint8Array(20_000)))
  expect(await mei.push(name, Y.mergeUpdates([bytes, large]))).toEqual({ n: 1, seq: 1 })
  expect(await mei.push(name, oneDeeper(doc))).toEqual({ n: 2, seq: 2 })
  expect(await mei.push(name, oneDeeper(doc))).toBe('malformed')
})

test('levels that were never stored do not count, those stored before them do', async () => {
  const faulty = createFaultyLog()
  const relay = (running = await runRelay({ wrapLog: faulty.wrap }))
  const mei = await relay.device()
  const name = newDoc()
  const { bytes, doc } = almostTooDeep()
  expect(await mei.push(name, bytes)).toEqual({ n: 1, seq: 1 })
  faulty.fail(new Error('full'))
  expect(await mei.push(name, oneDeeper(doc))).toBe('busy')
  faulty.heal()
  // The same author writes something else in its place.
  const other = readerOf([bytes])
  other.clientID = doc.clientID
  const flat = new Y.Array<unknown>()
  const add = (change: () => void, n: number): Promise<unknown> =>
    mei.push(name, edit(other, change), n)
  expect(await add(() => other.getMap('m').set('flat', flat), 3)).toEqual({ n: 3, seq: 2 })
  expect(await add(() => flat.insert(0, [new Y.Array()]), 4)).toEqual({ n: 4, seq: 3 })
  expect(await add(() => deeper(other), 5)).toEqual({ n: 5, seq: 4 })
  expect(await add(() => deeper(other), 6)).toBe('malformed')
})

test('compaction keeps the levels', () => {
  const { bytes, doc } = almostTooDeep()
  const rows = [bytes, oneDeeper(doc)]
  const compacted = compactUpdates(null, rows)
  if (!compacted.ok) throw new Error(compacted.refusal.detail)
  const table = createTable()
  for (const row of rows) expect(table.take(row, 1)).toBe('stored')
  expect(depthsOf(stored([compacted.value]))).toEqual(table.depths)
})
