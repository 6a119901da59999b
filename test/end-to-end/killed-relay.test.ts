/**
 * The relay's process is killed while three devices type: what it acknowledged is there after the restart, before anybody
 * could bring it again; then all come back, agree, and nothing waits.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readAcks, readFrame, readPush, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { readRecord } from '#shared/protocol/record-frames.ts'
import { createRandom } from '#shared/lib/random.ts'
import {
  createMovedClock,
  fieldsOf,
  inviteFrom,
  joinDevice,
  set,
  until,
  type RealDevice,
  type Tab,
} from './real-device.ts'

const ROUNDS = 5
const SEED = 20_261_123
const project = fileURLToPath(new URL('../../', import.meta.url))

let child: ChildProcess | null = null
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function launch(dataDir: string, port: string): Promise<string> {
  const started = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: project,
    env: {
      ...process.env,
      PORT: port,
      HOST: '127.0.0.1',
      PUBLIC_URL: '',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  let said = ''
  return new Promise((resolve, reject) => {
    started.once('exit', () => reject(new Error(`the relay did not start: ${said}`)))
    started.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Asterism is at (http:\/\/\S+)/.exec(said)
      if (found?.[1] !== undefined) resolve(found[1].replace(/\/$/, ''))
    })
  })
}

async function kill(): Promise<void> {
  const dying = child
  child = null
  if (dying === null) return
  const gone = once(dying, 'exit')
  dying.kill('SIGKILL')
  await gone
}

/** How far each Yjs author's work was acknowledged to the device, by the frames it said and heard. */
function acknowledged({ said, heard }: RealDevice): {
  readonly clocks: ReadonlyMap<number, number>
  readonly count: number
} {
  const pushed = new Map<number, Uint8Array>()
  /** Records are numbered among the pushes. */
  const records = new Set<number>()
  for (const { channel, type, body } of said.map(readFrame)) {
    if (channel !== 0) continue
    if (type === toRelay.record) records.add(readRecord(body).n)
    if (type !== toRelay.push) continue
    const { n, bytes } = readPush(body)
    pushed.set(n, bytes)
  }
  const clocks = new Map<number, number>()
  let count = 0
  for (const { channel, type, body } of heard.map(readFrame)) {
    if (channel !== 0 || type !== toDevice.ack) continue
    for (const { n } of readAcks(body)) {
      if (records.has(n)) continue
      const bytes = pushed.get(n)
      if (bytes === undefined) throw new Error(`${n} was acknowledged and never pushed`)
      count += 1
      for (const [client, clock] of Y.parseUpdateMeta(bytes).to)
        clocks.set(client, Math.max(clock, clocks.get(client) ?? 0))
    }
  }
  return { clocks, count }
}

test(`killed under load ${ROUNDS} times: nothing acknowledged is lost, all agree, every outbox is empty (seed ${SEED})`, async () => {
  const random = createRandom(SEED)
  const dataDir = await mkdtemp(join(tmpdir(), 'asterism-killed-'))
  closing.push(() => rm(dataDir, { recursive: true, force: true }))
  const address = await launch(dataDir, '0')
  closing.push(kill)
  const wiring = { clock: createMovedClock(), chance: () => 0.01 }
  const owner = await joinDevice(address, wiring, { invite: null, name: '陈思远' })
  const devices = [owner]
  const openTab = async (device: RealDevice): Promise<Tab> => {
    const tab = await device.open()
    closing.push(() => tab.close())
    return tab
  }
  const first = await openTab(owner)
  const tabs = [first]
  const invite = await inviteFrom(owner, first, 'member', 3)
  for (const person of ['Julia Brandt', 'Nguyen Lan']) {
    const device = await joinDevice(address, wiring, { invite, name: person })
    devices.push(device)
    tabs.push(await openTab(device))
  }
  const witness = await joinDevice(address, wiring, { invite, name: 'Witness' })
  const name = first.newDocumentName('brief')
  const opened = tabs.map((tab) => tab.openDocument(name))
  await Promise.all(opened.map((open) => open.whenLoaded))
  const written: Record<string, number> = {}
  let counted = 0

  for (let round = 0; round < ROUNDS; round += 1) {
    const before = acknowledgedIn(devices)
    const enough = before + 20 + random.int(60)
    for (let step = 0; acknowledgedIn(devices) < enough; step += 1) {
      const who = random.int(opened.length)
      const key = `r${round}d${who}s${step}`
      const doc = opened[who]?.doc()
      if (doc === undefined) continue
      set(doc, key, step)
      if (random.int(4) === 0) set(doc, 'shared', key)
      written[key] = step
      await new Promise((resolve) => setTimeout(resolve, random.int(8)))
    }
    await kill()
    for (const device of devices) device.cut()
    await launch(dataDir, new URL(address).port)

    const seen = await openTab(witness)
    seen.retry()
    const shown = seen.openDocument(name)
    await until(() => seen.status.of(name).kind === 'safe', 'the witness has what the relay has')
    await until(() => shown.awareness().getStates().size === 1, 'opened')
    for (const device of devices) {
      const { clocks } = acknowledged(device)
      await until(
        () => {
          const has = Y.decodeStateVector(Y.encodeStateVector(shown.doc()))
          return [...clocks].every(([client, clock]) => (has.get(client) ?? 0) >= clock)
        },
        `all that was acknowledged is there in round ${round}`,
        5_000,
      )
    }
    await seen.close()
    counted = acknowledgedIn(devices)
    for (const [index, device] of devices.entries()) {
      device.heal()
      tabs[index]?.retry()
    }
  }

  for (const tab of tabs) await until(() => tab.status.of(name).kind === 'safe', 'all is safe')
  await until(
    () => opened.every((open) => Object.keys(written).every((key) => key in fieldsOf(open.doc()))),
    'everything everywhere',
  )
  const [one, ...others] = opened.map((open) => fieldsOf(open.doc()))
  expect(one).toMatchObject(written)
  for (const other of others) expect(other).toEqual(one)
  for (const tab of tabs) {
    expect(tab.status.overall()).toMatchObject({ kind: 'safe', waiting: 0, refused: 0 })
  }
  expect(counted).toBeGreaterThan(ROUNDS * 20)
})

const acknowledgedIn = (devices: readonly RealDevice[]): number =>
  devices.reduce((sum, device) => sum + acknowledged(device).count, 0)
