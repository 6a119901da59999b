import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { jsonFrame, onChannel, readDocRows, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { control, decoderOf, type Device } from './device.ts'
import { on, type } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

let running: RunningRelay
beforeAll(async () => {
  running = await runRelay()
})
afterAll(() => running.stop())

async function pull(device: Device, doc: string, after: number) {
  device.say(jsonFrame(toRelay.pull, { docs: [[doc, after]] }))
  return readDocRows(decoderOf(await device.take(control(toDevice.docRows))))
}

test('whoever is given a document learns whose each clientID is, but not of those who only looked', async () => {
  const mei = await running.device()
  const lin = await running.device()
  const doc = newDoc()
  const [hers, his] = [new Y.Doc(), new Y.Doc()]
  await mei.push(doc, type(hers, 'a'))
  await lin.push(doc, type(his, 'b'))
  const reader = await running.device()
  const { channel, authors } = await reader.open(doc, 77)
  await reader.take(on(channel, onChannel.ready))
  const expected = new Map([
    [hers.clientID, mei.welcome.device],
    [his.clientID, lin.welcome.device],
  ])
  expect(new Map(authors)).toEqual(expected)
  const all = await pull(lin, doc, 0)
  expect(new Map(all.authors)).toEqual(expected)
  expect(all.rows.map(({ seq }) => seq)).toEqual([1, 2])
  const rest = await pull(lin, doc, 1)
  expect([new Map(rest.authors), rest.rows.length]).toEqual([expected, 1])
  expect(await pull(lin, doc, 2)).toEqual({ doc, authors: [], snapshot: null, rows: [] })
})
