/** A card reaches others with the feed, for a document that exists and from whoever may write it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { limits } from '#shared/protocol/limits.ts'
import { cardFrame, jsonFrame, pushFrame, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { control, json, type Device } from './device.ts'
import { type as write } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

let running: RunningRelay
/** Held: a flood that is read over two seconds of the relay's clock is no flood. */
const now = Date.UTC(2026, 10, 24)
beforeAll(async () => void (running = await runRelay({ now: () => now })))
afterAll(() => running.stop())

const card = (text: string): Uint8Array => new TextEncoder().encode(text)

async function cardOf(device: Device, doc: string): Promise<string | null | undefined> {
  device.frames.length = 0
  device.say(jsonFrame(toRelay.feed, { cursor: null }))
  const page = json(await device.take(control(toDevice.feedPage))) as {
    entries: { doc: string; card?: string }[]
  }
  const entry = page.entries.find((one) => one.doc === doc)
  if (entry === undefined) return undefined
  return entry.card === undefined ? null : Buffer.from(entry.card, 'base64url').toString()
}

test('the newest card of a document comes with the feed', async () => {
  const mei = await running.device()
  const doc = newDoc()
  await mei.push(doc, write(new Y.Doc(), 'x'))
  expect(await cardOf(mei, doc)).toBeNull()
  mei.say(cardFrame({ doc, bytes: card('one') }))
  mei.say(cardFrame({ doc, bytes: card('two') }))
  await mei.push(newDoc(), write(new Y.Doc(), 'y'), 2)
  expect(await cardOf(await running.device(), doc)).toBe('two')
})

test('a card makes no document, and a viewer changes none', async () => {
  const mei = await running.device()
  const nothing = newDoc()
  mei.say(cardFrame({ doc: nothing, bytes: card('of nothing') }))
  const doc = newDoc()
  await mei.push(doc, write(new Y.Doc(), 'x'), 3)
  mei.say(cardFrame({ doc, bytes: card('true') }))
  const viewer = await running.device('viewer')
  viewer.say(cardFrame({ doc, bytes: card('false') }))
  await mei.push(newDoc(), write(new Y.Doc(), 'y'), 4)
  expect(await cardOf(viewer, doc)).toBe('true')
  expect(await cardOf(mei, nothing)).toBeUndefined()
})

test('a card behind each push is not counted, however many leave in a second; cards alone are', async () => {
  const mei = await running.device()
  const doc = newDoc()
  const writing = new Y.Doc()
  for (let n = 1; n <= limits.messagesPerSecond + 100; n += 1) {
    mei.say(pushFrame({ n: 10 + n, doc, note: new Uint8Array(0), bytes: write(writing, 'a') }))
    mei.say(cardFrame({ doc, bytes: card(`after ${n}`) }))
  }
  await mei.push(doc, write(writing, 'a'), 9_999)
  expect(await cardOf(mei, doc)).toBe(`after ${limits.messagesPerSecond + 100}`)
  const lin = await running.device()
  const frame = cardFrame({ doc, bytes: card('flood') })
  for (let count = 0; count <= limits.messagesPerSecond + 1; count += 1) lin.say(frame)
  expect((await lin.closed).code).toBe(closeCodes['too-many-messages'])
})
