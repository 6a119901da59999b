import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import {
  bytesFrame,
  jsonFrame,
  onChannel,
  pushFrame,
  toDevice,
  toRelay,
} from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { createRandom, type Random } from '#shared/lib/random.ts'
import { control, hasRead, hello, signIn, type Device } from './device.ts'
import { isRow, rowOf, type } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

const SEED = 41
const SOCKETS = 60
const FRAMES_EACH = 40

let running: RunningRelay
beforeAll(async () => {
  running = await runRelay()
})
afterAll(() => running.stop())

const EMPTY = new Uint8Array(0)

/** Frames a well-meaning device would send about these documents. */
function wellMeant(random: Random, doc: string, channel: number, n: number): Uint8Array {
  const update = type(new Y.Doc(), 'hostile')
  return random.pick<() => Uint8Array>([
    () => jsonFrame(toRelay.open, { doc, client: random.int(2 ** 32), after: random.int(3) }),
    () => jsonFrame(toRelay.close, { channel: random.int(4) }),
    () => jsonFrame(toRelay.feed, { cursor: random.pick([null, 'AAAA']) }),
    () =>
      jsonFrame(toRelay.pull, {
        docs: [
          [doc, 0],
          [newDoc(), 7],
        ],
      }),
    () => jsonFrame(toRelay.vector, { doc }),
    () => jsonFrame(toRelay.refresh, {}),
    () => pushFrame({ n, doc, note: EMPTY, bytes: update }),
    () => bytesFrame(channel, onChannel.presence, Uint8Array.of(1, 5, 1, 2, 123, 125)),
  ])()
}

function spoiled(random: Random, frame: Uint8Array): Uint8Array | string {
  switch (random.int(8)) {
    case 0:
      return frame.slice(0, random.int(frame.length))
    case 1:
      return frame.map((byte) => (random.int(12) === 0 ? random.int(256) : byte))
    case 2:
      return Uint8Array.from({ length: random.int(200) }, () => random.int(256))
    case 3:
      return 'a text frame'
    case 4:
      return Uint8Array.of(random.int(200), random.int(256), ...frame)
    case 5:
      return EMPTY
    case 6:
      return Uint8Array.from([...frame, ...frame])
    default:
      return frame
  }
}

test('a generated family of hostile frames closes or is told its problem, others are unharmed, the relay lives', async () => {
  const random = createRandom(SEED)
  const mei = await running.device()
  const lin = await running.device()
  const doc = newDoc()
  const writing = new Y.Doc()
  const { channel } = await mei.open(doc, writing.clientID)
  await lin.open(doc, 1)
  const key = await running.person()
  let told = 0
  let closed = 0
  for (let i = 0; i < SOCKETS; i++) {
    const attacker = await signIn(running.address, key, 1_000 * i)
    const codes: number[] = Object.values(closeCodes)
    const end = attacker.closed.then(({ code }) => {
      expect(codes, `seed ${SEED}, socket ${i}`).toContain(code)
      closed += 1
    })
    for (let k = 0; k < FRAMES_EACH && attacker.socket.readyState === attacker.socket.OPEN; k++) {
      attacker.say(
        spoiled(
          random,
          wellMeant(
            random,
            random.pick([doc, newDoc(), doc.replace('brief', 'x9')]),
            random.pick([channel, 77]),
            1_000 * i + k,
          ),
        ),
      )
    }
    await Promise.race([end, hasRead(attacker).catch(() => undefined)])
    told += attacker.frames.filter(
      (frame) => control(toDevice.problem)(frame) || control(toDevice.no)(frame),
    ).length
    if (attacker.socket.readyState === attacker.socket.OPEN) attacker.socket.terminate()
    else await end
  }
  expect(told).toBeGreaterThan(SOCKETS)
  expect(closed).toBeGreaterThan(SOCKETS / 2)
  const before = lin.frames.filter(isRow(channel)).map((frame) => rowOf(frame).device)
  const { seq } = await answerOf(mei, doc, writing)
  expect(seq).toBe(before.length + 1)
  const healthy = await fetch(`${running.address}/healthz`)
  expect(healthy.status).toBe(200)
})

async function answerOf(mei: Device, doc: string, writing: Y.Doc): Promise<{ seq: number }> {
  const answer = await mei.push(doc, type(writing, 'unharmed'))
  if (typeof answer === 'string') throw new Error(`an honest push was refused: ${answer}`)
  return answer
}

const says = (device: Device): Promise<string> =>
  device.take(control(toDevice.problem)).then(({ body }) => new TextDecoder().decode(body))

test('unknown messages, channels and malformed ones are problems told; the next message still works', async () => {
  const mei = await running.device()
  mei.say(Uint8Array.of(0, 0x3f))
  expect(await says(mei)).toContain('unknown-message')
  mei.say(Uint8Array.of(9, onChannel.row, 1, 2, 3))
  expect(await says(mei)).toContain('unknown-message')
  mei.say(jsonFrame(toRelay.open, { doc: 'brief-nonsense', client: 1, after: 0 }))
  expect(await says(mei)).toContain('malformed')
  mei.say(Uint8Array.of(0, toRelay.push, 1))
  expect(await says(mei)).toContain('malformed')
  mei.say(hello(mei.key))
  expect(await says(mei)).toContain('unknown-message')
  expect(await mei.push(newDoc(), type(new Y.Doc(), 'x'))).toEqual({ n: 1, seq: 1 })
})

test('a frame larger than the limit closes with its own code', async () => {
  const mei = await running.device()
  mei.say(new Uint8Array(limits.frameBytes + 1))
  expect(await mei.closed).toEqual({ code: closeCodes['too-large'], reason: 'too-large' })
})

test('a forged or foreign cursor starts the feed from the beginning', async () => {
  const mei = await running.device()
  const lin = await running.device()
  await mei.push(newDoc(), type(new Y.Doc(), 'x'))
  const page = async (
    device: Device,
    cursor: string | null,
  ): Promise<{ entries: unknown[]; cursor: string }> => {
    device.say(jsonFrame(toRelay.feed, { cursor }))
    return JSON.parse(
      new TextDecoder().decode((await device.take(control(toDevice.feedPage))).body),
    )
  }
  const whole = await page(mei, null)
  expect(whole.entries.length).toBeGreaterThan(0)
  expect((await page(mei, whole.cursor)).entries).toEqual([])
  expect((await page(lin, whole.cursor)).entries).toEqual(whole.entries)
  expect((await page(mei, `${whole.cursor.slice(0, -2)}AA`)).entries).toEqual(whole.entries)
})
