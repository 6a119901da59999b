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
  const updates = [type(writing, 'abcdef'), cut(), cut(), cut()]
  for (const [index, bytes] of updates.entries())
    expect(await before.push(doc, bytes)).toEqual({ n: index + 1, seq: index + 1 })
  await running.restart()
  const after = await signIn(running.address, key)
  const bystander = await running.device()
  // The new one first: its number tells nothing of those before it. All of it in one turn.
  const order = [5, 4, 3, 2, 1]
  updates.push(type(writing, 'g'))
  for (const n of order)
    after.say(pushFrame({ n, doc, note: NO_NOTE, bytes: updates[n - 1] ?? NO_NOTE }))
  expect(await bystander.push(newDoc(), type(new Y.Doc(), 'x'))).toEqual({ n: 1, seq: 1 })
  for (const n of order) expect(await after.answer(n)).toEqual({ n, seq: n })
  expect((await bystander.open(doc, 1)).seq).toBe(5)
})
