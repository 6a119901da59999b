import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { pushFrame } from '#shared/protocol/frames.ts'
import { signIn } from './device.ts'
import { edit, type } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

let running: RunningRelay
beforeAll(async () => {
  running = await runRelay()
})
afterAll(() => running.stop())

const NO_NOTE = new Uint8Array(0)

test('what was stored before a restart and is sent again is acknowledged with its row, in any order', async () => {
  const key = await running.person()
  const before = await signIn(running.address, key)
  const doc = newDoc()
  const writing = new Y.Doc()
  const cut = (): Uint8Array => edit(writing, () => writing.getText('text').delete(0, 1))
  // Number 1 found no way in and waits; those behind it did.
  const stored = [type(writing, 'abcdef'), cut(), cut(), cut()]
  for (const [index, bytes] of stored.entries())
    expect(await before.push(doc, bytes, index + 2)).toEqual({ n: index + 2, seq: index + 1 })
  await running.restart()
  const after = await signIn(running.address, key)
  const bystander = await running.device()
  // Number 1 is new and says nothing of those behind it, which are repeats.
  const sent: [number, Uint8Array][] = [[1, type(writing, 'g')]]
  for (const [index, bytes] of stored.entries()) sent.push([index + 2, bytes])
  for (const [n, bytes] of sent) after.say(pushFrame({ n, doc, note: NO_NOTE, bytes }))
  expect(await bystander.push(newDoc(), type(new Y.Doc(), 'x'))).toEqual({ n: 1, seq: 1 })
  expect(await after.answer(1)).toEqual({ n: 1, seq: 5 })
  for (const [index] of stored.entries())
    expect(await after.answer(index + 2)).toEqual({ n: index + 2, seq: index + 1 })
  expect((await bystander.open(doc, 1)).seq).toBe(5)
})
