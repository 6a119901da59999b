import { afterAll, beforeAll, expect, test } from 'vitest'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { bytesFrame, jsonFrame, onChannel, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { control, hasRead, type Device, type Frame } from './device.ts'
import { on } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

let now = 1_800_000_000_500
let running: RunningRelay
beforeAll(async () => {
  running = await runRelay({ now: () => now })
})
afterAll(() => running.stop())

function presence(client: number, clock: number, state: unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return encoding.toUint8Array(encoder)
}

function read({ body }: Frame): unknown[] {
  const decoder = decoding.createDecoder(body)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => [
    decoding.readVarUint(decoder),
    decoding.readVarUint(decoder),
    JSON.parse(decoding.readVarString(decoder)),
  ])
}

async function two(): Promise<{ mei: Device; lin: Device; channel: number; doc: string }> {
  const mei = await running.device()
  const lin = await running.device()
  const doc = newDoc()
  const { channel } = await mei.open(doc, 10)
  await lin.open(doc, 20)
  return { mei, lin, channel, doc }
}

test('presence reaches the others, whoever opens later, and ends when the socket leaves', async () => {
  const { mei, lin, channel, doc } = await two()
  mei.say(bytesFrame(channel, onChannel.presence, presence(10, 1, { name: 'Mei' })))
  expect(read(await lin.take(on(channel, onChannel.presence)))).toEqual([[10, 1, { name: 'Mei' }]])
  const late = await running.device()
  await late.open(doc, 30)
  expect(read(await late.take(on(channel, onChannel.presence)))).toEqual([[10, 1, { name: 'Mei' }]])
  mei.close()
  expect(read(await lin.take(on(channel, onChannel.presence)))).toEqual([[10, 1, null]])
  expect(mei.frames.filter(on(channel, onChannel.presence))).toEqual([])
})

test('presence under somebody else’s id, too large or too often is dropped without a word', async () => {
  const { mei, lin, channel } = await two()
  mei.say(bytesFrame(channel, onChannel.presence, presence(20, 9, { name: 'forged' })))
  mei.say(
    bytesFrame(
      channel,
      onChannel.presence,
      presence(10, 1, { name: 'x'.repeat(limits.presenceBytes) }),
    ),
  )
  await hasRead(mei)
  now += 1_000
  for (let i = 0; i < limits.presencePerSecond + 5; i++)
    mei.say(bytesFrame(channel, onChannel.presence, presence(10, i + 1, { i })))
  for (let i = 0; i < limits.presencePerSecond; i++) {
    expect(read(await lin.take(on(channel, onChannel.presence)))).toEqual([[10, i + 1, { i }]])
  }
  now += 1_000
  mei.say(bytesFrame(channel, onChannel.presence, presence(10, 99, { again: true })))
  expect(read(await lin.take(on(channel, onChannel.presence)))).toEqual([[10, 99, { again: true }]])
})

test('presence that cannot be read, or on a channel that is not open, is a problem told', async () => {
  const { mei, channel } = await two()
  mei.say(bytesFrame(channel, onChannel.presence, Uint8Array.of(3, 1)))
  expect(
    String(new TextDecoder().decode((await mei.take(control(toDevice.problem))).body)),
  ).toContain('malformed')
  mei.say(bytesFrame(channel + 1, onChannel.presence, presence(10, 1, {})))
  expect(new TextDecoder().decode((await mei.take(control(toDevice.problem))).body)).toContain(
    'unknown-channel',
  )
  mei.say(jsonFrame(toRelay.close, { channel }))
  mei.say(jsonFrame(toRelay.close, { channel }))
  expect(new TextDecoder().decode((await mei.take(control(toDevice.problem))).body)).toContain(
    'unknown-channel',
  )
})
