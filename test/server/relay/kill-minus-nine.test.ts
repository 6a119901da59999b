import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  jsonFrame,
  pushFrame,
  readAcks,
  readDocRows,
  readFrame,
  toDevice,
  toRelay,
} from '#shared/protocol/frames.ts'
import { control, joinAs, signIn, type Device, type Frame } from './device.ts'
import { inviteBy } from './inviting.ts'
import { isRow, rowOf, type } from './frames.ts'
import { launchRelay } from './launch-relay.ts'
import { newDoc } from './running-relay.ts'

const ROUNDS = 3
const EDITS_A_SECOND = 100

async function rowsOf(device: Device, doc: string): Promise<Map<number, string>> {
  device.say(jsonFrame(toRelay.pull, { docs: [[doc, 0]] }))
  const { body } = await device.take(control(toDevice.docRows))
  const { rows } = readDocRows(readFrame(Uint8Array.of(0, 0, ...body)).body)
  return new Map(rows.map((row) => [row.seq, Buffer.from(row.bytes).toString('hex')]))
}

test('killed under load, the relay has everything it acknowledged and everything anybody saw', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'asterism-kill-'))
  let { child, address } = await launchRelay(dataDir, '0')
  const { port } = new URL(address)
  const owner = await joinAs(address, null, 'Mei')
  const first = await signIn(address, owner)
  const reader = await joinAs(address, await inviteBy(first))
  const doc = newDoc()
  let n = 0
  let acknowledged = 0
  let seen = 0
  for (let round = 0; round < ROUNDS; round++) {
    const mei = await signIn(address, owner)
    const lin = await signIn(address, reader)
    const writing = new Y.Doc()
    const { channel, seq } = await mei.open(doc, writing.clientID)
    await lin.open(doc, 1, seq)
    const pushed = new Map<number, string>()
    const push = setInterval(() => {
      const bytes = type(writing, `${round}`)
      pushed.set(++n, Buffer.from(bytes).toString('hex'))
      mei.say(pushFrame({ n, doc, note: new Uint8Array(0), bytes }))
    }, 1000 / EDITS_A_SECOND)
    await expect
      .poll(() => lin.frames.length, { timeout: 120_000 })
      .toBeGreaterThan(30 + 20 * round)
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    clearInterval(push)
    await Promise.all([gone, mei.closed, lin.closed])
    ;({ child, address } = await launchRelay(dataDir, port))
    const after = await signIn(address, owner)
    const rows = await rowsOf(after, doc)
    for (const frame of mei.frames.filter(control(toDevice.ack))) {
      for (const ack of acksOf(frame)) {
        acknowledged += 1
        expect(rows.get(ack.seq), `acknowledged ${ack.n} in round ${round}`).toBe(pushed.get(ack.n))
      }
    }
    for (const frame of lin.frames.filter(isRow(channel))) {
      seen += 1
      const row = rowOf(frame)
      expect(rows.get(row.seq), `row ${row.seq} in round ${round}`).toBe(
        Buffer.from(row.bytes).toString('hex'),
      )
    }
    after.close()
  }
  expect(Math.min(acknowledged, seen)).toBeGreaterThan(90)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  await rm(dataDir, { recursive: true, force: true })
})

const acksOf = (frame: Frame): ReturnType<typeof readAcks> =>
  readAcks(readFrame(Uint8Array.of(0, 0, ...frame.body)).body)
