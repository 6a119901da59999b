import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { createCheckThread, type CheckThread } from '#server/relay/check-thread.ts'
import { areDeleted } from '#server/relay/known-deletes.ts'
import { plainMessage, plainSync } from '#server/relay/row-frames.ts'
import { docTokenAnswerSchema } from '#shared/protocol/http.ts'
import { stored } from './check-table.ts'
import { post } from './device.ts'
import { edit, isRow, rowOf, type } from './frames.ts'
import { newDoc, runRelay } from './running-relay.ts'

type Ranges = readonly (readonly [client: number, from: number, length: number])[]
function deleting(ranges: Ranges): Uint8Array {
  const out = encoding.createEncoder()
  for (const value of [0, ranges.length]) encoding.writeVarUint(out, value)
  for (const [client, from, length] of ranges)
    for (const value of [client, 1, from, length]) encoding.writeVarUint(out, value)
  return encoding.toUint8Array(out)
}
const clocksOf = (ranges: Ranges): Set<string> =>
  new Set(
    ranges.flatMap(([client, from, length]) =>
      Array.from({ length }, (_, i) => `${client} ${from + i}`),
    ),
  )
const someRanges = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 2 }), fc.nat(20), fc.integer({ min: 1, max: 6 })),
  { maxLength: 8 },
)

test('deletes are known when each clock of them is deleted in some row', () => {
  fc.assert(
    fc.property(fc.array(someRanges, { maxLength: 4 }), someRanges, (rows, asked) => {
      const there = clocksOf(rows.flat())
      const isThere = [...clocksOf(asked)].every((clock) => there.has(clock))
      expect(areDeleted(stored(rows.map(deleting)), deleting(asked))).toBe(isThere)
    }),
    { numRuns: 2_000 },
  )
})

test('of a hundred thousand ranges each is found, and what cannot be read is not known', () => {
  const ranges: Ranges = Array.from({ length: 100_000 }, (_, i) => [1, 2 * i, 1])
  const out = encoding.createEncoder()
  for (const value of [0, 1, 1, ranges.length]) encoding.writeVarUint(out, value)
  for (const [, from, length] of ranges)
    for (const value of [from, length]) encoding.writeVarUint(out, value)
  const bytes = encoding.toUint8Array(out)
  expect(areDeleted(stored([bytes]), bytes)).toBe(true)
  expect(areDeleted(stored([bytes]), bytes.subarray(0, 100))).toBe(false)
})

test('a stock client’s answers are looked up in the thread one at a time, and what it says then stays in order', async () => {
  let letGo = (): void => undefined
  const gone = new Promise<void>((resolve) => (letGo = resolve))
  const asked = { now: 0, most: 0, all: 0 }
  const checks = (): CheckThread => {
    const thread = createCheckThread()
    return {
      ...thread,
      async areDeleted(document, bytes) {
        asked.all += 1
        asked.now += 1
        asked.most = Math.max(asked.most, asked.now)
        await gone
        const answer = await thread.areDeleted(document, bytes)
        asked.now -= 1
        return answer
      },
    }
  }
  const running = await runRelay({ checks })
  const mei = await running.device()
  const doc = newDoc()
  const writing = new Y.Doc()
  const { channel } = await mei.open(doc, writing.clientID)
  // More than is looked up where it arrives.
  await mei.push(doc, type(writing, 'abc'.repeat(5_000)))
  const deleted = edit(writing, () => writing.getText('text').delete(0, 2))
  await mei.push(doc, deleted)
  const more = edit(writing, () => writing.getText('text').delete(0, 1))
  const answer = await post(running.address, '/api/doc-token', { doc }, mei.welcome.token)
  const { token } = docTokenAnswerSchema.parse(await answer.json())
  const socket = new WebSocket(`${running.address.replace('http', 'ws')}/doc/${doc}`, [
    'asterism',
    `bearer.${token}`,
  ])
  await new Promise((resolve) => socket.once('open', resolve))
  for (let i = 0; i < 5; i += 1) socket.send(plainMessage(plainSync.step2, deleted))
  socket.send(plainMessage(plainSync.step2, more))
  socket.send(plainMessage(plainSync.update, type(new Y.Doc(), 'behind')))
  await expect.poll(() => asked.all).toBe(1)
  // A colleague is not held up.
  expect(await mei.push(doc, type(writing, 'x'))).toEqual({ n: 3, seq: 3 })
  letGo()
  const rows = [rowOf(await mei.take(isRow(channel))), rowOf(await mei.take(isRow(channel)))]
  expect(rows.map(({ seq }) => seq)).toEqual([4, 5])
  expect(Buffer.compare(rows[0]?.bytes ?? deleted, more)).toBe(0)
  expect(asked).toEqual({ now: 0, most: 1, all: 6 })
  socket.close()
  await running.stop()
})
