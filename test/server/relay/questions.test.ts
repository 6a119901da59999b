import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  bytesFrame,
  jsonFrame,
  pushFrame,
  readVectorIs,
  toDevice,
  toRelay,
} from '#shared/protocol/frames.ts'
import { control, decoderOf, json, type Device } from './device.ts'
import { createFaultyLog } from './faulty-log.ts'
import { type } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

/** What a socket may have waiting (signed-in.ts). */
const WAITING = 100
const faulty = createFaultyLog()
let running: RunningRelay
beforeEach(async () => {
  running = await runRelay({ wrapLog: faulty.wrap })
})
afterEach(() => {
  faulty.heal()
  return running.stop()
})

const vectorOf = async (device: Device): Promise<Map<number, number>> =>
  Y.decodeStateVector(readVectorIs(decoderOf(await device.take(control(toDevice.vectorIs)))).vector)
const authored = (client: number): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  return type(doc, 'x')
}

test('questions for a vector are counted like all others, and one too many is refused', async () => {
  const mei = await running.device()
  const doc = newDoc()
  await mei.push(doc, authored(1))
  const hanging = faulty.hang()
  mei.say(pushFrame({ n: 2, doc, note: new Uint8Array(0), bytes: authored(2) }))
  await hanging
  for (let i = 0; i < WAITING + 1; i += 1) mei.say(jsonFrame(toRelay.vector, { doc }))
  expect(json(await mei.take(control(toDevice.problem)))).toEqual({ code: 'too-many-documents' })
  faulty.heal()
  for (let i = 0; i < WAITING; i += 1)
    expect(await vectorOf(mei)).toEqual(
      new Map([
        [1, 1],
        [2, 1],
      ]),
    )
  mei.say(jsonFrame(toRelay.vector, { doc }))
  expect((await vectorOf(mei)).size).toBe(2)
})

test('a vector names what is stored, also after a commit that failed was answered for', async () => {
  const mei = await running.device()
  const doc = newDoc()
  const ask = (): Promise<Map<number, number>> => {
    mei.say(jsonFrame(toRelay.vector, { doc }))
    return vectorOf(mei)
  }
  expect(await ask()).toEqual(new Map())
  await mei.push(doc, authored(1))
  expect(await ask()).toEqual(new Map([[1, 1]]))
  expect(await ask()).toEqual(new Map([[1, 1]]))
  const hanging = faulty.hang()
  mei.say(pushFrame({ n: 2, doc, note: new Uint8Array(0), bytes: authored(2) }))
  await hanging
  const asked = ask()
  mei.say(bytesFrame(0, 0x3f, new Uint8Array(0)))
  await mei.take(control(toDevice.problem))
  faulty.fail(new Error('full'))
  expect(await asked).toEqual(new Map([[1, 1]]))
  faulty.heal()
  await mei.push(doc, authored(3), 3)
  expect(await ask()).toEqual(
    new Map([
      [1, 1],
      [3, 1],
    ]),
  )
})
