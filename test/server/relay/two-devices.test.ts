import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { jsonFrame, onChannel, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { control, json, signIn } from './device.ts'
import { edit, isRow, rowOf } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

let running: RunningRelay
beforeAll(async () => {
  running = await runRelay()
})
afterAll(() => running.stop())

test('what one person writes reaches the other once, after it is acknowledged by number', async () => {
  const mei = await running.device()
  const lin = await running.device()
  const name = newDoc()
  const writing = new Y.Doc()
  const { channel } = await mei.open(name, writing.clientID)
  const there = await lin.open(name, 77)
  expect(there.channel).toBe(channel)
  const ack = await mei.push(
    name,
    edit(writing, (doc) => doc.getMap('fields').set('rush', 'rush')),
  )
  expect(ack).toEqual({ n: 1, seq: 1 })
  const row = rowOf(await lin.take(isRow(channel)))
  expect([row.seq, row.device]).toEqual([1, mei.welcome.device])
  const reading = new Y.Doc()
  Y.applyUpdate(reading, row.bytes)
  expect(reading.getMap('fields').get('rush')).toBe('rush')
  await lin.take(control(toDevice.news))
  mei.close()
  lin.close()
})

test('a person who opens later catches up with every row, then is ready', async () => {
  const mei = await running.device()
  const name = newDoc()
  const writing = new Y.Doc()
  for (let i = 0; i < 5; i++)
    await mei.push(
      name,
      edit(writing, (doc) => doc.getText('t').insert(0, `${i}`)),
    )
  const lin = await running.device()
  const { channel, seq } = await lin.open(name, 5, 2)
  expect(seq).toBe(5)
  await lin.take((frame) => frame.channel === channel && frame.type === onChannel.ready)
  expect(lin.frames.filter(isRow(channel)).map((frame) => rowOf(frame).seq)).toEqual([3, 4, 5])
  lin.say(jsonFrame(toRelay.feed, { cursor: null }))
  const page = json(await lin.take(control(toDevice.feedPage)))
  expect(page).toMatchObject({
    more: false,
    entries: expect.arrayContaining([expect.objectContaining({ doc: name, seq: 5 })]),
  })
})

test('a push sent twice is stored once', async () => {
  const mei = await running.device()
  const name = newDoc()
  const writing = new Y.Doc()
  const first = edit(writing, (doc) => doc.getText('t').insert(0, 'abc'))
  const gone = edit(writing, (doc) => doc.getText('t').delete(0, 1))
  expect(await mei.push(name, first, 1)).toEqual({ n: 1, seq: 1 })
  expect(await mei.push(name, gone, 2)).toEqual({ n: 2, seq: 2 })
  const lin = await running.device()
  expect(await lin.push(name, first, 1)).toBe('client-of-another-device')
  const same = await signIn(running.address, mei.key)
  expect(await same.push(name, gone, 2)).toEqual({ n: 2, seq: 2 })
  expect(await same.push(name, first, 1)).toEqual({ n: 1, seq: 1 })
})
