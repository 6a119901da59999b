import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { onChannel, pushFrame, toDevice, jsonFrame, toRelay } from '#shared/protocol/frames.ts'
import { docNameSchema, workspaceIdSchema } from '#shared/protocol/names.ts'
import { randomId } from '#shared/lib/ids.ts'
import { control } from './device.ts'
import { createFaultyLog } from './faulty-log.ts'
import { on, type } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

const faulty = createFaultyLog()
let running: RunningRelay
beforeAll(async () => {
  running = await runRelay({ wrapLog: faulty.wrap })
})
afterAll(() => running.stop())

const NO_NOTE = new Uint8Array(0)

/** A document with one row in a workspace nobody here belongs to. */
async function elsewhere(): Promise<string> {
  const doc = newDoc()
  await running.relay.engine().log.append([
    {
      workspace: workspaceIdSchema.parse(randomId()),
      rows: [
        {
          doc: docNameSchema.parse(doc),
          seq: 1,
          device: 900,
          n: null,
          at: 1,
          note: NO_NOTE,
          bytes: type(new Y.Doc(), 'not yours'),
          recoveredBy: null,
        },
      ],
      authors: [],
    },
  ])
  return doc
}

test('a push to another workspace’s document is refused for its sender alone', async () => {
  const mei = await running.device()
  const lin = await running.device()
  const theirs = await elsewhere()
  const mine = newDoc()
  // Both in one commit: it hangs on an earlier one until the relay has read both.
  const hanging = faulty.hang()
  mei.say(pushFrame({ n: 1, doc: newDoc(), note: NO_NOTE, bytes: type(new Y.Doc(), 'before') }))
  await hanging
  lin.say(pushFrame({ n: 1, doc: theirs, note: NO_NOTE, bytes: type(new Y.Doc(), 'x') }))
  mei.say(pushFrame({ n: 2, doc: mine, note: NO_NOTE, bytes: type(new Y.Doc(), 'y') }))
  mei.say(jsonFrame(toRelay.feed, { cursor: null }))
  await mei.take(control(toDevice.feedPage))
  faulty.heal()
  expect(await lin.answer(1)).toBe('no-access')
  expect(await mei.answer(2)).toEqual({ n: 2, seq: 1 })
  expect(await lin.push(newDoc(), type(new Y.Doc(), 'z'))).toMatchObject({ seq: 1 })
})

test('opening another workspace’s document shows nothing of it', async () => {
  const lin = await running.device()
  const theirs = await elsewhere()
  const { channel, seq } = await lin.open(theirs, 5)
  await lin.take(on(channel, onChannel.ready))
  expect(seq).toBe(0)
  expect(lin.frames.filter(on(channel, onChannel.row))).toEqual([])
})
