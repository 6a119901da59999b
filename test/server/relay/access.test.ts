import Database from 'libsql'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { jsonFrame, onChannel, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { control, json, signIn } from './device.ts'
import { edit, isRow, on, type } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

let running: RunningRelay
beforeAll(async () => {
  running = await runRelay()
})
afterAll(() => running.stop())

test('a viewer’s edit is refused loudly, a deletion too, and a colleague’s work sent as its own', async () => {
  const mei = await running.device()
  const viewer = await running.device('viewer')
  const doc = newDoc()
  const writing = new Y.Doc()
  const bytes = type(writing, 'hello')
  await mei.push(doc, bytes)
  const { canWrite, channel } = await viewer.open(doc, 55)
  expect(canWrite).toBe(false)
  await viewer.take(on(channel, onChannel.ready))
  expect(await viewer.push(doc, type(new Y.Doc(), 'x'))).toBe('no-access')
  const reading = new Y.Doc()
  Y.applyUpdate(reading, bytes)
  expect(
    await viewer.push(
      doc,
      edit(reading, () => reading.getText('text').delete(0, 2)),
    ),
  ).toBe('no-access')
  expect(await viewer.push(doc, bytes)).toBe('client-of-another-device')
  expect(await viewer.push(newDoc(), type(new Y.Doc(), 'x'))).toBe('no-access')
})

test('a clientID written or opened by one device cannot be used by another', async () => {
  const mei = await running.device()
  const lin = await running.device()
  const doc = newDoc()
  const writing = new Y.Doc()
  await mei.open(doc, writing.clientID)
  const forged = new Y.Doc()
  forged.clientID = writing.clientID
  expect(await lin.push(doc, type(forged, 'mine'))).toBe('client-of-another-device')
  lin.say(jsonFrame(toRelay.open, { doc, client: writing.clientID, after: 0 }))
  expect(json(await lin.take(control(toDevice.denied)))).toEqual({ doc, code: 'client-taken' })
  expect(await mei.push(doc, type(writing, 'mine'))).toEqual({ n: 1, seq: 1 })
  const { channel } = await lin.open(doc, 9)
  await lin.take(isRow(channel))
})

test('an id that was opened and never written is free again when the socket leaves', async () => {
  const mei = await running.device()
  const lin = await running.device()
  const doc = newDoc()
  await mei.open(doc, 700)
  mei.close()
  await mei.closed
  const free = async (): Promise<boolean> => {
    lin.say(jsonFrame(toRelay.open, { doc, client: 700, after: 0 }))
    const answer = await lin.take(
      (frame) => control(toDevice.denied)(frame) || control(toDevice.opened)(frame),
    )
    return answer.type === toDevice.opened
  }
  await expect.poll(free).toBe(true)
})

test('a device that lost the right to write is refused in the very commit, and its colleague’s rows wait for another', async () => {
  const key = await running.person()
  const mei = await signIn(running.address, key)
  const doc = newDoc()
  const writing = new Y.Doc()
  expect(await mei.push(doc, type(writing, 'a'))).toEqual({ n: 1, seq: 1 })
  const db = new Database(join(running.dataDir, 'asterism.sqlite'))
  db.prepare('UPDATE member SET access = ?, access_version = access_version + 1 WHERE id = ?').run(
    'viewer',
    mei.welcome.member,
  )
  db.close()
  expect(await mei.push(doc, type(writing, 'b'))).toBe('no-access')
  const reader = await running.device()
  expect((await reader.open(doc, 1)).seq).toBe(1)
})

test('a document of an unknown kind is denied, an unknown one of a known kind is empty', async () => {
  const mei = await running.device()
  const doc = newDoc()
  mei.say(jsonFrame(toRelay.open, { doc: doc.replace('brief', 'secret'), client: 3, after: 0 }))
  expect(json(await mei.take(control(toDevice.denied)))).toMatchObject({ code: 'not-a-name' })
  expect(await mei.push(doc.replace('brief', 'secret'), type(new Y.Doc(), 'x'))).toBe('no-access')
  expect((await mei.open(doc, 3)).seq).toBe(0)
})
