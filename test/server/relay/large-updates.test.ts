import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createCheckThread, type CheckThread } from '#server/relay/check-thread.ts'
import { jsonFrame, pushFrame, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { control } from './device.ts'
import { type } from './frames.ts'
import { newDoc, runRelay } from './running-relay.ts'

const folder = mkdtempSync(join(tmpdir(), 'asterism-thread-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const NO_NOTE = new Uint8Array(0)

/** Many small structs, as a long session writes them. */
function large(bytes: number): Y.Doc {
  const doc = new Y.Doc()
  const map = doc.getMap('products')
  doc.transact(() => {
    for (let i = 0; i < bytes / 26; i += 1) map.set(`${i}`, 'a linen dress')
  })
  return doc
}

/** A thread that judges only once it is let go, and how many jobs it was given. */
function heldThread(): { make: () => CheckThread; jobs: () => number; letGo: () => void } {
  let letGo = (): void => undefined
  const gone = new Promise<void>((resolve) => (letGo = resolve))
  let jobs = 0
  return {
    jobs: () => jobs,
    letGo: () => letGo(),
    make() {
      const thread = createCheckThread()
      return {
        ...thread,
        async judge(job) {
          jobs += 1
          await gone
          return thread.judge(job)
        },
      }
    },
  }
}

test('while a large update is judged its document waits in order and others go on', async () => {
  const held = heldThread()
  const running = await runRelay({ checks: held.make })
  const mei = await running.device()
  const lin = await running.device()
  const doc = newDoc()
  const writing = large(500_000)
  const bytes = Y.encodeStateAsUpdate(writing)
  // The document is in use already: nothing of it must be read first.
  await lin.open(doc, 5)
  expect(await lin.push(doc, type(new Y.Doc(), 'before'))).toEqual({ n: 1, seq: 1 })
  expect(bytes.byteLength).toBeGreaterThan(500_000)
  mei.say(pushFrame({ n: 1, doc, note: NO_NOTE, bytes }))
  mei.say(pushFrame({ n: 2, doc, note: NO_NOTE, bytes: type(writing, 'behind') }))
  await expect.poll(held.jobs).toBe(1)
  expect(await lin.push(newDoc(), type(new Y.Doc(), 'a'))).toEqual({ n: 2, seq: 1 })
  expect(await mei.push(newDoc(), type(new Y.Doc(), 'b'), 3)).toEqual({ n: 3, seq: 1 })
  expect(mei.frames.filter(control(toDevice.ack))).toEqual([])
  held.letGo()
  expect(await mei.answer(1)).toEqual({ n: 1, seq: 2 })
  expect(await mei.answer(2)).toEqual({ n: 2, seq: 3 })
  lin.say(jsonFrame(toRelay.pull, { docs: [[doc, 0]] }))
  const rows = await lin.take(control(toDevice.docRows))
  expect(Buffer.from(rows.body).includes(Buffer.from(bytes))).toBe(true)
  await running.stop()
})

test('a keystroke in another document overtakes a large update said before it', async () => {
  const running = await runRelay()
  const mei = await running.device()
  const bytes = Y.encodeStateAsUpdate(large(500_000))
  mei.say(pushFrame({ n: 1, doc: newDoc(), note: NO_NOTE, bytes }))
  mei.say(pushFrame({ n: 2, doc: newDoc(), note: NO_NOTE, bytes: type(new Y.Doc(), 'k') }))
  const first = await mei.take(control(toDevice.ack))
  expect([...first.body]).toEqual([2, 1])
  expect(await mei.answer(1)).toEqual({ n: 1, seq: 1 })
  await running.stop()
})

test('the thread judges as the relay does: forged, with gaps, cut short, known, and partly known', async () => {
  const running = await runRelay()
  const mei = await running.device()
  const lin = await running.device()
  const doc = newDoc()
  const writing = large(20_000)
  const whole = Y.encodeStateAsUpdate(writing)
  expect(whole.byteLength).toBeGreaterThan(limits.inlineCheckBytes)
  await mei.open(doc, writing.clientID)
  expect(await lin.push(doc, whole)).toBe('client-of-another-device')
  expect(await mei.push(doc, whole.subarray(0, whole.byteLength - 9))).toBe('malformed')
  expect(await mei.push(doc, whole)).toEqual({ n: 2, seq: 1 })
  expect(await lin.push(doc, whole)).toBe('client-of-another-device')
  expect(await mei.push(doc, whole)).toEqual({ n: 3, seq: 0 })
  const more = type(writing, 'more')
  expect(await mei.push(doc, Y.encodeStateAsUpdate(writing))).toEqual({ n: 4, seq: 2 })
  lin.say(jsonFrame(toRelay.pull, { docs: [[doc, 1]] }))
  const { body } = await lin.take(control(toDevice.docRows))
  expect(body.byteLength).toBeLessThan(more.byteLength + 100)
  const gapped = large(20_000)
  const before = Y.encodeStateVector(gapped)
  gapped.transact(() => {
    for (let i = 0; i < 1000; i += 1) gapped.getMap('m').set(`${i}`, 'something')
  })
  expect(await mei.push(doc, Y.encodeStateAsUpdate(gapped, before))).toBe('gap')
  await running.stop()
})

test('a thread that dies answers busy, and the next large update gets a new one', async () => {
  const dying = join(folder, 'dying.mjs')
  writeFileSync(
    dying,
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3))",
  )
  let isDying = true
  const running = await runRelay({
    checks() {
      const bad = createCheckThread(pathToFileURL(dying))
      const good = createCheckThread()
      return {
        ...good,
        judge: (job) => (isDying ? bad : good).judge(job),
        async close() {
          await bad.close()
          await good.close()
        },
      }
    },
  })
  const mei = await running.device()
  const doc = newDoc()
  const writing = large(20_000)
  const bytes = Y.encodeStateAsUpdate(writing)
  mei.say(pushFrame({ n: 1, doc, note: NO_NOTE, bytes }))
  mei.say(
    pushFrame({ n: 2, doc: newDoc(), note: NO_NOTE, bytes: Y.encodeStateAsUpdate(large(9_000)) }),
  )
  expect(await mei.answer(1)).toBe('busy')
  expect(await mei.answer(2)).toBe('busy')
  // Each dies in turn; none is waited for.
  expect(await mei.push(doc, bytes, 3)).toBe('busy')
  isDying = false
  expect(await mei.push(doc, bytes, 4)).toEqual({ n: 4, seq: 1 })
  expect(await mei.push(doc, type(writing, 'x'), 5)).toEqual({ n: 5, seq: 2 })
  await running.stop()
})

test('one thread is replaced by itself after it died, and a stuck one after its patience', async () => {
  const once = join(folder, 'once.mjs')
  const stuck = join(folder, 'stuck.mjs')
  writeFileSync(
    once,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', ({ job, device }) =>
       device === 0 ? process.exit(1) : parentPort.postMessage({ kind: 'refused', job, refusal: 'gap' }))`,
  )
  writeFileSync(
    stuck,
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { for (;;); })",
  )
  const job = {
    bytes: new Uint8Array(3),
    authors: new Map(),
    depths: new Map(),
    recovering: false,
    reserved: new Map(),
  }
  const thread = createCheckThread(pathToFileURL(once))
  expect(await thread.judge({ ...job, device: 0 })).toBeNull()
  expect(await thread.judge({ ...job, device: 1 })).toEqual({ ok: false, refusal: 'gap' })
  await thread.close()
  const impatient = createCheckThread(pathToFileURL(stuck), 50)
  expect(await Promise.all([1, 2].map((device) => impatient.judge({ ...job, device })))).toEqual([
    null,
    null,
  ])
  await impatient.close()
})
