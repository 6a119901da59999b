import { afterAll, beforeAll, expect, test } from 'vitest'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import {
  bytesFrame,
  jsonFrame,
  onChannel,
  pushFrame,
  toDevice,
  toRelay,
} from '#shared/protocol/frames.ts'
import { control, hasRead } from './device.ts'
import { createFaultyLog } from './faulty-log.ts'
import { isRow, on, rowOf, type } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

const faulty = createFaultyLog()
let running: RunningRelay
beforeAll(async () => {
  running = await runRelay({ wrapLog: faulty.wrap })
})
afterAll(() => running.stop())

const isHealthy = async (): Promise<boolean> =>
  (await fetch(`${running.address}/healthz`)).status === 200
const NO_NOTE = new Uint8Array(0)

test.each([
  ['fails', new Error('the disk is gone')],
  [
    'finds the disk full',
    Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }),
  ],
])(
  'when a commit %s everybody who wrote hears busy, nobody sees anything, and health is red until one succeeds',
  async (_, error) => {
    const mei = await running.device()
    const lin = await running.device()
    const doc = newDoc()
    const writing = new Y.Doc()
    const other = new Y.Doc()
    const { channel } = await mei.open(doc, writing.clientID)
    await lin.open(doc, other.clientID)
    expect(await mei.push(doc, type(writing, 'a'))).toEqual({ n: 1, seq: 1 })
    await lin.take(isRow(channel))
    expect(await isHealthy()).toBe(true)

    faulty.fail(error)
    const first = mei.push(doc, type(writing, 'b'))
    const onTop = mei.push(doc, type(writing, 'c'))
    expect(await first).toBe('busy')
    expect(await onTop).toBe('busy')
    expect(await lin.push(newDoc(), type(other, 'x'))).toBe('busy')
    expect(await isHealthy()).toBe(false)
    await hasRead(lin)
    expect(lin.frames.filter(isRow(channel))).toEqual([])

    faulty.heal()
    mei.say(pushFrame({ n: 2, doc, note: NO_NOTE, bytes: Y.encodeStateAsUpdate(writing) }))
    expect(rowOf(await lin.take(isRow(channel))).seq).toBe(2)
    expect(await isHealthy()).toBe(true)
  },
)

test('a gap on top of a failed commit heals by the vector', async () => {
  const mei = await running.device()
  const doc = newDoc()
  const writing = new Y.Doc()
  faulty.fail(new Error('once'))
  expect(await mei.push(doc, type(writing, 'a'))).toBe('busy')
  faulty.heal()
  expect(await mei.push(doc, type(writing, 'b'))).toBe('gap')
  mei.say(jsonFrame(toRelay.vector, { doc }))
  await mei.take(control(toDevice.vectorIs))
  expect(await mei.push(doc, Y.encodeStateAsUpdate(writing), 1)).toEqual({ n: 1, seq: 1 })
})

test('while a commit hangs nobody is acknowledged, nobody sees anything, and presence goes on', async () => {
  const mei = await running.device()
  const lin = await running.device()
  const doc = newDoc()
  const writing = new Y.Doc()
  const { channel } = await mei.open(doc, writing.clientID)
  await lin.open(doc, 4321)
  const hanging = faulty.hang()
  mei.say(pushFrame({ n: 1, doc, note: NO_NOTE, bytes: type(writing, 'a') }))
  await hanging
  mei.say(pushFrame({ n: 2, doc, note: NO_NOTE, bytes: type(writing, 'b') }))
  mei.say(bytesFrame(channel, onChannel.presence, presenceOf(writing.clientID)))
  await lin.take(on(channel, onChannel.presence))
  await hasRead(mei)
  await hasRead(lin)
  expect(lin.frames.filter(isRow(channel))).toEqual([])
  expect(mei.frames.filter(control(toDevice.ack))).toEqual([])
  faulty.heal()
  expect(await mei.answer(1)).toEqual({ n: 1, seq: 1 })
  expect(await mei.answer(2)).toEqual({ n: 2, seq: 2 })
  expect([
    rowOf(await lin.take(isRow(channel))).seq,
    rowOf(await lin.take(isRow(channel))).seq,
  ]).toEqual([1, 2])
})

function presenceOf(client: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarString(encoder, '{"user":{"name":"Mei"}}')
  return encoding.toUint8Array(encoder)
}
