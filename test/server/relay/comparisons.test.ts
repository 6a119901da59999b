/** Devices say eight bytes for what they show of a document's newest row: those that differ are told, nobody else hears anything. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createComparisons } from '#server/relay/comparisons.ts'
import { createRoom } from '#server/relay/document-room.ts'
import {
  hashFrame,
  jsonFrame,
  readDiffers,
  toDevice,
  toRelay,
  type Differs,
} from '#shared/protocol/frames.ts'
import { problemSchema } from '#shared/protocol/control.ts'
import { docNameSchema, workspaceIdSchema } from '#shared/protocol/names.ts'
import { randomId, type DeviceId, type DocName, type WorkspaceId } from '#shared/lib/ids.ts'
import { control, decoderOf, hasRead, json, signIn, type Device } from './device.ts'
import { type as write } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

let running: RunningRelay
beforeAll(async () => void (running = await runRelay()))
afterAll(() => running.stop())

const hash = (of: string): Uint8Array => new TextEncoder().encode(of.padEnd(8, '.'))
const says = async (device: Device, doc: string, seq: number, of: string): Promise<void> => {
  device.say(hashFrame({ doc, seq, hash: hash(of) }))
  // Answered behind it, also where the document must be loaded first.
  device.say(jsonFrame(toRelay.vector, { doc }))
  await device.take(control(toDevice.vectorIs))
}
/** What it was told so far; once only. */
async function told(device: Device): Promise<Differs[]> {
  await hasRead(device)
  const all: Differs[] = []
  for (;;) {
    const index = device.frames.findIndex(control(toDevice.differs))
    const [frame] = index === -1 ? [] : device.frames.splice(index, 1)
    if (frame === undefined) return all
    all.push(readDiffers(decoderOf(frame)))
  }
}
async function written(device: Device, rows = 1): Promise<string> {
  const doc = newDoc()
  const writing = new Y.Doc()
  for (let row = 0; row < rows; row += 1) await device.push(doc, write(writing, 'x'))
  return doc
}
async function differences(): Promise<number> {
  const metrics = await (await fetch(`${running.address}/metrics`)).text()
  return Number(/^asterism_content_differences_total (\d+)/m.exec(metrics)?.[1])
}

test('two devices that show the same row differently are both told, once, and it is counted', async () => {
  const [mei, lin] = [await running.device(), await running.device()]
  const before = await differences()
  const doc = await written(mei)
  await says(mei, doc, 1, 'one')
  await says(lin, doc, 1, 'two')
  expect(await told(mei)).toEqual([{ doc, seq: 1 }])
  expect(await told(lin)).toEqual([{ doc, seq: 1 }])
  await says(lin, doc, 1, 'one')
  await says(mei, doc, 1, 'two')
  expect([await told(mei), await told(lin)]).toEqual([[], []])
  expect(await differences()).toBe(before + 1)
})

test('the same content, another row or a row that is not the newest is told to nobody', async () => {
  const [mei, lin] = [await running.device(), await running.device()]
  const doc = await written(mei, 2)
  await says(mei, doc, 2, 'one')
  await says(lin, doc, 2, 'one')
  await says(lin, doc, 1, 'older')
  await says(lin, doc, 3, 'ahead')
  await says(lin, doc, 0, 'nothing')
  expect([await told(mei), await told(lin)]).toEqual([[], []])
  // What was said of the row before does not count for this one.
  await mei.push(doc, write(new Y.Doc(), 'y'))
  await says(lin, doc, 3, 'newer')
  expect([await told(mei), await told(lin)]).toEqual([[], []])
})

test('a device that comes back with other content hears of it, though it alone speaks', async () => {
  const key = await running.person()
  const lin = await signIn(running.address, key)
  const doc = await written(lin)
  await says(lin, doc, 1, 'one')
  lin.close()
  await lin.closed
  const again = await signIn(running.address, key)
  await says(again, doc, 1, 'two')
  expect(await told(again)).toEqual([{ doc, seq: 1 }])
})

test('a document nobody wrote, and one of another workspace, say nothing', async () => {
  const [mei, lin] = [await running.device(), await running.device()]
  const theirs = newDoc()
  await running.relay.engine().log.append([
    {
      workspace: workspaceIdSchema.parse(randomId()),
      rows: [
        {
          doc: docNameSchema.parse(theirs),
          seq: 1,
          device: 900,
          n: null,
          at: 1,
          note: new Uint8Array(0),
          bytes: write(new Y.Doc(), 'not yours'),
          recoveredBy: null,
        },
      ],
      authors: [],
    },
  ])
  for (const doc of [theirs, newDoc()])
    for (const seq of [0, 1]) {
      await says(mei, doc, seq, 'one')
      await says(lin, doc, seq, 'two')
    }
  expect([await told(mei), await told(lin)]).toEqual([[], []])
})

test('whoever makes hashes up is heard twice of a row, all of them four times, and a hash of another length is malformed', async () => {
  const [mei, liar] = [await running.device(), await running.device('viewer')]
  const doc = await written(mei)
  await says(mei, doc, 1, 'true')
  for (let lie = 0; lie < 20; lie += 1) await says(liar, doc, 1, `lie ${lie}`)
  expect(await told(mei)).toHaveLength(2)
  expect(await told(liar)).toHaveLength(2)
  // What others see is still heard beside it.
  const lin = await running.device()
  await says(lin, doc, 1, 'seen')
  expect(await told(lin)).toHaveLength(1)
  for (let more = 0; more < 3; more += 1) await says(await running.device(), doc, 1, `more ${more}`)
  expect(await told(mei)).toHaveLength(1)
  for (const wrong of [new Uint8Array(7), new Uint8Array(9), new Uint8Array(0)]) {
    liar.say(hashFrame({ doc, seq: 1, hash: wrong }))
    expect(problemSchema.parse(json(await liar.take(control(toDevice.problem)))).code).toBe(
      'malformed',
    )
  }
  await hasRead(liar)
})

test('of many documents the longest unused is forgotten', () => {
  const comparisons = createComparisons(2)
  const room = (letter: string) =>
    Object.assign(createRoom('w' as WorkspaceId, `brief-${letter}` as DocName, 1), { committed: 1 })
  const [one, other] = [randomId() as DeviceId, randomId() as DeviceId]
  for (const letter of ['a', 'b', 'a', 'c']) comparisons.compare(room(letter), hash('x'), one)
  expect(comparisons.compare(room('a'), hash('y'), other)).toEqual([one, other])
  expect(comparisons.compare(room('b'), hash('y'), other)).toEqual([])
})
