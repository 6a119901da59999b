import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DocName } from '#shared/lib/ids.ts'
import { createRoom, type DocumentRoom } from '#server/relay/document-room.ts'
import { weigh } from '#server/relay/document-weight.ts'
import { createMemoryLog } from '#test/server/log/memory-log.ts'
import { batchOf, brief, rowsOf, workspace } from '#test/server/log/log-rows.ts'

const log = createMemoryLog()
const asked: DocName[] = []
const compactor = { compactSoon: (doc: DocName) => void asked.push(doc) }
let room: DocumentRoom

beforeEach(() => {
  vi.useFakeTimers()
  asked.length = 0
  room = createRoom(workspace, brief, 1)
  room.loaded = true
})
afterEach(() => void vi.useRealTimers())

const write = async (rows: number): Promise<void> => {
  for (let i = 0; i < rows; i += 1) {
    room.seq += 1
    room.rows += 1
    await log.append([batchOf(rowsOf(brief, room.seq, room.seq))])
    weigh(room, log, compactor)
  }
}

test('a document is compacted once its writers pause, not in the middle, and busy typing is not waited for for ever', async () => {
  await write(499)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toEqual([])
  await write(100)
  await vi.advanceTimersByTimeAsync(2_000)
  await write(1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(4_000)
  expect(asked).toEqual([brief])
  await write(1_399)
  expect(asked).toEqual([brief])
  await write(1)
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual([brief, brief])
})

test('what the document weighs is known again after its compaction', async () => {
  const state = await log.state(workspace, brief)
  room.seq = state?.seq ?? 0
  room.rows = state?.rowsSinceSnapshot ?? 0
  room.bytes = 10 ** 9
  await write(1)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(asked).toEqual([brief])
  await log.retire(brief, { upto: room.seq, bytes: new Uint8Array(9) })
  await vi.advanceTimersByTimeAsync(3_000)
  expect(room).toMatchObject({ bytes: 9, rows: 0 })
  expect(asked).toEqual([brief])
})
