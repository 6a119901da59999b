/** An acknowledgement means that this very work is stored: not that its number was seen, nor that somebody wrote under its id. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { signIn } from './device.ts'
import { createFaultyLog } from './faulty-log.ts'
import { type as write } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

let running: RunningRelay
const faulty = createFaultyLog()
beforeAll(async () => {
  running = await runRelay({ wrapLog: faulty.wrap })
})
afterAll(() => running.stop())

const docOf = (client: number): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}

test('work that somebody wrote over under its id is refused, never acknowledged as known', async () => {
  const [victim, thief] = [await running.device(), await running.device()]
  const doc = newDoc()
  expect(await thief.push(doc, write(docOf(77), 'taken while you were away'))).toMatchObject({
    seq: 1,
  })
  expect(await victim.push(doc, write(docOf(77), 'mine'))).toBe('client-of-another-device')
})

test('a number used before with other work is stored, a true repeat is told its row', async () => {
  const mei = await running.device()
  const [first, second] = [newDoc(), newDoc()]
  const bytes = write(docOf(5), 'before the disk was emptied')
  expect(await mei.push(first, bytes, 900)).toMatchObject({ seq: 1 })
  expect(await mei.push(first, bytes, 900)).toMatchObject({ seq: 1 })
  expect(await mei.push(second, write(docOf(6), 'after it'), 900)).toMatchObject({ seq: 1 })
  const own = docOf(7)
  expect(await mei.push(first, write(own, 'after it, here'), 900)).toMatchObject({ seq: 2 })
})

test('work under a number that other work has, still on its way to the disk, is never acknowledged with it', async () => {
  const before = await running.device()
  const after = await signIn(running.address, before.key)
  const doc = newDoc()
  const own = docOf(11)
  await before.push(doc, write(docOf(10), 'first'))
  const hanging = faulty.hang()
  // The last frame of a page whose database was deleted; then the new database counts up to the same number.
  const last = before.push(doc, write(docOf(12), 'before'), 50)
  await hanging
  const bytes = write(own, 'after')
  expect(await after.push(doc, bytes, 50)).toBe('busy')
  faulty.heal()
  expect(await last).toMatchObject({ seq: 2 })
  expect(await after.push(doc, bytes, 50)).toMatchObject({ seq: 3 })
})

test('a device is told the highest number the relay knows of it, also by another socket and after a restart', async () => {
  const mei = await running.device()
  expect(mei.welcome.pushed).toBe(0)
  await mei.push(newDoc(), write(docOf(8), 'a'), 41)
  await mei.push(newDoc(), write(docOf(9), 'b'), 7)
  expect((await signIn(running.address, mei.key)).welcome.pushed).toBe(41)
  await running.restart()
  expect((await signIn(running.address, mei.key)).welcome.pushed).toBe(41)
})
