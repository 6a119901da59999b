import { beforeEach, expect, test } from 'vitest'
import type { DeviceId, MemberId } from '#shared/lib/ids.ts'
import { createCommits, type Commits } from '#server/relay/commits.ts'
import { createRoom } from '#server/relay/document-room.ts'
import { createMemoryLog } from '#test/server/log/memory-log.ts'
import { rowOf, brief, otherBrief, workspace } from '#test/server/log/log-rows.ts'

let looked: DeviceId[][]
let lost: Set<DeviceId>
let changes: number
let commits: Commits
const room = createRoom(workspace, brief, 1)

const start = (canTell: boolean): void => {
  const log = createMemoryLog()
  commits = createCommits({
    log: canTell ? { ...log, accessChanges: () => changes } : log,
    lostAccess: async (writers) => {
      looked.push([...writers.keys()])
      return new Map([...writers].filter(([id]) => lost.has(id)))
    },
    committed: () => undefined,
    settled: () => undefined,
    failed: () => undefined,
  })
}
beforeEach(() => {
  looked = []
  lost = new Set()
  changes = 0
  room.seq = 0
})

const push = async (name: string, accessVersion = 1): Promise<string> => {
  const device = { id: name as DeviceId, number: 1, member: name as MemberId, accessVersion }
  let answer = ''
  const pusher = {
    session: {},
    device,
    accepted: () => void (answer = 'accepted'),
    refused: (refusal: string) => void (answer = refusal),
  }
  const turn = commits.on(room)
  turn.rows.push({ row: rowOf(brief, ++room.seq), pusher })
  turn.answers.push({ pusher, seq: room.seq })
  await commits.quiet()
  return answer
}

test('a writer found in order is looked up again only after an access changed', async () => {
  start(true)
  expect([await push('mei'), await push('mei'), await push('lin')]).toEqual(
    Array(3).fill('accepted'),
  )
  expect(looked).toEqual([['mei'], ['lin']])
  changes += 1
  lost.add('mei' as DeviceId)
  expect(await push('mei')).toBe('no-access')
  room.seq -= 1
  expect(await push('mei')).toBe('no-access')
  expect(looked.slice(2)).toEqual([['mei'], ['mei']])
})

test('a writer judged by another access version is looked up', async () => {
  start(true)
  await push('mei', 1)
  await push('mei', 2)
  expect(looked).toEqual([['mei'], ['mei']])
})

test('with a log that cannot tell, every commit looks its writers up', async () => {
  start(false)
  await push('mei')
  await push('mei')
  expect(looked).toEqual([['mei'], ['mei']])
})

test('a writer in order in one document is looked up for another', async () => {
  start(true)
  await push('mei')
  const other = createRoom(workspace, otherBrief, 2)
  const turn = commits.on(other)
  const pusher = {
    session: {},
    device: { id: 'mei' as DeviceId, number: 1, member: 'mei' as MemberId, accessVersion: 1 },
    accepted: () => undefined,
    refused: () => undefined,
  }
  turn.rows.push({ row: rowOf(otherBrief, 1), pusher })
  await commits.quiet()
  expect(looked).toEqual([['mei'], ['mei']])
})
