/** A view holds its document while it is shown: what it gives, a rebuild, and letting go. */
import { createEffect, createRoot } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { useDocument } from '#client/live/use-document.ts'
import {
  createFakeDevice,
  createTestClock,
  docName,
  set,
  until,
} from '#test/client/replica/fake-device.ts'
import { createFakeRelay } from '#test/client/replica/fake-relay.ts'

const name = docName('a')
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

test('a view follows its document through edits, a refusal and its end', async () => {
  const relay = createFakeRelay()
  const clock = createTestClock()
  const replica = await (await createFakeDevice(relay, clock)).open()
  closing.push(() => replica.close())
  const kinds: string[] = []
  const { live, dispose } = createRoot((end) => {
    const made = useDocument(replica, name)
    createEffect(() => kinds.push(made.status().kind))
    return { live: made, dispose: end }
  })
  expect(live.doc()).toBeNull()
  await until(clock, () => live.doc() !== null && live.status().kind === 'safe', 'loaded and open')
  const first = live.doc()
  if (first === null) throw new Error('loaded')
  set(first, 'a', 1)
  await until(clock, () => live.status().kind === 'safe', 'safe')

  relay.judge = () => 'document-full'
  set(first, 'b', 2)
  await until(clock, () => live.rebuilt(), 'rebuilt')
  expect(live.doc()).not.toBe(first)
  expect(live.doc()?.getMap('fields').toJSON()).toEqual({ a: 1 })
  expect(live.canWrite()).toBe(true)
  expect(kinds).toContain('saving')
  expect(kinds.at(-1)).toBe('refused')

  dispose()
  await until(clock, () => first.isDestroyed, 'let go')
})
