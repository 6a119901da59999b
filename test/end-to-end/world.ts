/** A relay in this process on a folder of its own, an owner, and as many invited people as a test needs. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { readEnvironment } from '#server/environment.ts'
import { startRelay, type Relay, type RelayOptions } from '#server/start-relay.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Access } from '#shared/protocol/names.ts'
import {
  createMovedClock,
  inviteFrom,
  joinDevice,
  until,
  type MovedClock,
  type RealDevice,
  type Tab,
} from './real-device.ts'

export interface Person {
  readonly device: RealDevice
  readonly tab: Tab
}

export interface World {
  readonly address: string
  readonly dataDir: string
  readonly clock: MovedClock
  relay(): Relay
  /** Nobody new can reach it, everybody there is sent away. */
  stopRelay(): Promise<void>
  /** On the same folder and port. */
  startRelay(): Promise<void>
  readonly owner: Person
  /** An invited person with the app open. */
  person(access: Access, name: string): Promise<Person>
  /** One more tab of the person's device. */
  tab(person: Person): Promise<Tab>
  /** What the relay has of a document, read from its log. */
  stored(name: DocName): Promise<{ readonly seq: number; readonly doc: Y.Doc }>
  end(): Promise<void>
}

export async function startWorld(
  options: RelayOptions = {},
  chance: () => number = () => 0.01,
): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'asterism-end-to-end-'))
  const clock = createMovedClock()
  const start = (port: string): Promise<Relay> =>
    startRelay(
      readEnvironment({ PORT: port, HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
      { now: clock.now, ...options },
    )
  let relay: Relay | null = await start('0')
  const { address } = relay
  const closing: (() => Promise<void>)[] = []
  const openTab = async (device: RealDevice): Promise<Tab> => {
    const tab = await device.open()
    closing.push(() => tab.close())
    return tab
  }
  const there = (): Relay => {
    if (relay === null) throw new Error('the relay is stopped')
    return relay
  }
  const wiring = { clock, chance }
  const ownersDevice = await joinDevice(address, wiring, { invite: null, name: '陈思远' })
  const owner = { device: ownersDevice, tab: await openTab(ownersDevice) }
  return {
    address,
    dataDir,
    clock,
    relay: there,
    async stopRelay() {
      await there().close()
      relay = null
    },
    async startRelay() {
      relay = await start(new URL(address).port)
    },
    owner,
    async person(access, name) {
      const invite = await inviteFrom(owner.device, owner.tab, access)
      const device = await joinDevice(address, wiring, { invite, name })
      return { device, tab: await openTab(device) }
    },
    tab: ({ device }) => openTab(device),
    async stored(name) {
      const { log } = there().engine()
      const { snapshot, rows } = await log.read(name, 0)
      const doc = new Y.Doc()
      if (snapshot !== null) Y.applyUpdate(doc, snapshot.bytes)
      for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
      return { seq: rows.at(-1)?.seq ?? snapshot?.upto ?? 0, doc }
    },
    async end() {
      for (const close of closing) await close()
      await relay?.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export const isSafe = (tab: Tab, name: DocName): Promise<void> =>
  until(
    () => tab.status.of(name).kind === 'safe',
    () => `${name} is safe: ${JSON.stringify(tab.status.of(name))}`,
    4_000,
  )

export const isReady = (tab: Tab): Promise<void> =>
  until(() => tab.status.overall().link === 'ready', 'signed in')
