import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { joinAs, signIn } from '../relay/device.ts'
import { launchRelay } from '../relay/launch-relay.ts'
import { newDoc } from '../relay/running-relay.ts'
import { fileCalls, idOf, newBytes, slowPut } from './file-calls.ts'

const ROUNDS = 4

test('killed while files come, the relay has each it acknowledged whole, serves no half one, and takes the others again', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'asterism-files-killed-'))
  const parts = (): string[] => {
    const folder = join(dataDir, 'files', 'part')
    return existsSync(folder) ? readdirSync(folder) : []
  }
  let { child, address } = await launchRelay(dataDir, '0')
  const { port } = new URL(address)
  const owner = await joinAs(address, null, 'Mei')
  const doc = newDoc()
  const acknowledged: Buffer[] = []
  const sent: Buffer[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const mei = await signIn(address, owner)
    const calls = fileCalls(() => address, mei)
    const half = newBytes(500_000)
    const put = slowPut(address, mei, `${idOf(half)}?doc=${doc}`)
    put.write(half.subarray(0, 400_000))
    await expect.poll(parts).not.toEqual([])
    const before = acknowledged.length
    const many = Array.from({ length: 30 * (round + 1) }, () => newBytes(20_000))
    sent.push(half, ...many)
    const gone = once(child, 'exit')
    const sending = Promise.all(
      [0, 1, 2, 3].map(async (line) => {
        for (const bytes of many.filter((_, index) => index % 4 === line)) {
          const answer = await calls.put(doc, bytes).catch(() => null)
          if (answer?.status === 204) acknowledged.push(bytes)
        }
      }),
    )
    await expect.poll(() => acknowledged.length).toBeGreaterThan(before + 5 + 7 * round)
    child.kill('SIGKILL')
    await Promise.all([gone, sending, put.answered])
    ;({ child, address } = await launchRelay(dataDir, port))
    expect(parts()).toEqual([])
    const after = fileCalls(() => address, await signIn(address, owner))
    const whole = new Set(acknowledged)
    for (const bytes of sent) {
      const answer = await after.get(idOf(bytes))
      const body = Buffer.from(await answer.arrayBuffer())
      if (whole.has(bytes)) expect(answer.status).toBe(200)
      if (answer.status === 200) expect(body.equals(bytes)).toBe(true)
      else expect(answer.status).toBe(404)
    }
    expect((await after.put(doc, half)).status).toBe(204)
    acknowledged.push(half)
  }
  child.kill('SIGKILL')
  await once(child, 'exit')
  await rm(dataDir, { recursive: true, force: true })
})
