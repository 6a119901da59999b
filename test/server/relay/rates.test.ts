/** What one address and one member may do to the relay in a minute; a day at an office stays far below. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { pushFrame, toDevice } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { control, hello, newKey, openTalk, signIn, type Device, type Talk } from './device.ts'
import { type } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

let now = 1_800_000_000_000
let running: RunningRelay
beforeAll(async () => {
  running = await runRelay({ now: () => now })
})
afterAll(() => running.stop())

test('so many sockets of one address may be unknown; who signs in or leaves makes room', async () => {
  const unknown: Talk[] = []
  for (let n = 0; n < limits.unknownSockets; n++) unknown.push(await openTalk(running.address))
  const one = await openTalk(running.address)
  expect(await one.closed).toEqual({
    code: closeCodes['too-many-from-here'],
    reason: 'too-many-from-here',
  })
  unknown[0]?.close()
  await unknown[0]?.closed
  const mei = await signIn(running.address, running.owner)
  // Signed in, it is not counted any more.
  expect(await mei.push(newDoc(), type(new Y.Doc(), 'x'))).toMatchObject({ seq: 1 })
  const next = await openTalk(running.address)
  next.say(hello(running.owner))
  await next.take(control(toDevice.challenge))
  for (const talk of [...unknown, next]) talk.close()
})

test('so many times a minute one address may say who it is', async () => {
  now += 60_000
  const key = await newKey()
  const try_ = async (): Promise<Talk> => {
    const talk = await openTalk(running.address)
    talk.say(hello(key))
    return talk
  }
  for (let n = 0; n < limits.signInsPerMinute; n++) {
    const talk = await try_()
    await talk.take(control(toDevice.challenge))
    talk.close()
    await talk.closed
  }
  expect((await (await try_()).closed).reason).toBe('too-many-from-here')
  now += 60_000
  await signIn(running.address, running.owner)
})

/** Nothing new: the cheapest push there is, as somebody who floods would choose it. */
const NOTHING = Uint8Array.of(0, 0)

async function flood(device: Device, doc: string, count: number): Promise<void> {
  const first = device.nextN()
  const last = first + count - 1
  for (let n = first; n <= last; n++) {
    device.say(pushFrame({ n, doc, note: new Uint8Array(0), bytes: NOTHING }))
    if (n % 2_000 === 0 && n < last) expect(await device.answer(n)).toMatchObject({ seq: 0 })
  }
  expect(await device.answer(last)).toMatchObject({ seq: 0 })
}

test('a member’s pushes beyond the limit are for later; others, and the next minute, are not', async () => {
  now += 60_000
  const mei = await running.device()
  const lin = await running.device()
  const doc = newDoc()
  await mei.push(doc, type(new Y.Doc(), 'x'))
  await flood(mei, doc, limits.pushesPerMemberPerMinute - 1)
  expect(await mei.push(newDoc(), type(new Y.Doc(), 'x'), 900_001)).toBe('busy')
  expect(await lin.push(newDoc(), type(new Y.Doc(), 'x'))).toMatchObject({ seq: 1 })
  // The document has had its fill, too.
  expect(await lin.push(doc, type(new Y.Doc(), 'x'), 900_001)).toBe('busy')
  now += 60_000
  expect(await mei.push(newDoc(), type(new Y.Doc(), 'x'), 900_001)).toMatchObject({ seq: 1 })
  expect(await lin.push(doc, type(new Y.Doc(), 'x'), 900_001)).toMatchObject({ seq: 2 })
})
