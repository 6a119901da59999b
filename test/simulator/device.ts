/**
 * A person's device: its disk, its key and its tabs, each a real replica in surroundings that a schedule can take away.
 * Nothing of a killed tab reaches anything any more. Left out: what people do in the tabs (acts.ts).
 */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import * as z from 'zod/mini'
import type { DeviceEnvironment, Socket, TabLine } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import { readMessage } from '#client/replica/messages.ts'
import { openReplica } from '#client/replica/open-replica.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import type { Store } from '#client/replica/store.ts'
import { summaries } from '#shared/documents/readers/summarise.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { bytesToBase32 } from '#shared/lib/ids.ts'
import type { Random } from '#shared/lib/random.ts'
import { toDevice } from '#shared/protocol/frames.ts'
import {
  accessSchema,
  deviceIdSchema,
  memberIdSchema,
  workspaceIdSchema,
} from '#shared/protocol/names.ts'
import { createLeavings } from '#test/support/leavings.ts'
import { createDisk, type Disk } from './disk.ts'
import { createLock } from './lock.ts'
import type { RelayPeople } from './relay-people.ts'
import type { Wire } from './wire.ts'
import type { World } from './virtual-world.ts'

export interface Tab {
  readonly name: string
  readonly device: number
  readonly replica: TypedReplica<DocumentSummary>
  /** What the replica reads and writes, for whoever judges. */
  readonly store: Store
  isAlive(): boolean
  kill(): void
  hide(): void
  show(): void
  /** While frozen the page does nothing; what would have happened to it happens as it thaws. */
  freeze(frozen: boolean): void
  isFrozen(): boolean
  /** How long it has done all that came to it, ms; 0 while frozen. */
  awakeMs(): number
  /** The epoch this page was last welcomed in. */
  epoch(): string | null
  /** The browser took its database away, and it must say so. */
  isLost: boolean
}

/** A page from the moment it begins to load. */
export interface Opening {
  /** Null where the browser gives no disk, or the page was killed on the way. */
  readonly tab: Promise<Tab | null>
  kill(): void
}

export interface Device {
  readonly number: number
  readonly identity: Identity
  readonly disk: Disk
  readonly tabs: Tab[]
  openTab(): Opening
  /** Sets its clock so much off the relay's, ms. */
  setClock(offMs: number): void
  /** The browser deletes the database and what pages left beside it. */
  loseDisk(): void
  /** What pages put down and nobody has taken up. */
  left(): number
  /** The system says there is no network, or that there is one again. */
  setOnline(online: boolean): void
}

export interface DeviceParts {
  readonly world: World
  readonly wire: Wire
  readonly people: RelayPeople
  readonly random: Random
  readonly wrapStore: (device: number, store: Store) => Store
  /** A planted fault (faults.ts). */
  readonly losesLeavings: boolean
}

export const workspace = z.parse(workspaceIdSchema, '0'.repeat(26))

/** ECDSA keys cost more than a schedule: made once for all. */
const keys = Array.from({ length: 4 }, () => generateKeyPairSync('ec', { namedCurve: 'P-256' }))

export function createDevice(parts: DeviceParts, number: number): Device {
  const { world, wire, people } = parts
  const pair = keys[number]
  if (pair === undefined) throw new Error('there are four keys')
  const spki = pair.publicKey.export({ format: 'der', type: 'spki' })
  const id = z.parse(deviceIdSchema, bytesToBase32(new Uint8Array(16).fill(number + 1)))
  const member = z.parse(memberIdSchema, bytesToBase32(new Uint8Array(16).fill(number + 101)))
  const access = z.parse(accessSchema, number === 0 ? 'owner' : 'member')
  people.enter({
    id,
    number: number + 1,
    member,
    workspace: { id: workspace, name: 'Shanyu Home' },
    access,
    outside: false,
    functions: [],
    grants: [],
    accessVersion: 1,
    publicKey: new Uint8Array(spki),
    revoked: false,
  })
  const identity: Identity = {
    workspace: { id: workspace, name: 'Shanyu Home' },
    member,
    device: id,
    name: 'Lin',
    access,
    relay: 'http://relay.test',
    // The stand-in below takes the key it was made with; the real one never leaves a browser.
    keys: { privateKey: pair.privateKey as never, publicKey: pair.publicKey as never },
  }
  const disk = createDisk(world.random)
  const leavings = createLeavings()
  let clockOffMs = 0
  const online = { now: true }
  const connectivity = new Set<(online: boolean) => void>()
  const lines = new Set<(message: unknown) => void>()
  const lock = createLock()
  let count = 0

  const surroundings = (): Surroundings => {
    let alive = true
    const ends: (() => void)[] = []
    const hidden = new Set<() => void>()
    const shown = new Set<() => void>()
    let store: Store | null = null
    let epoch: string | null = null
    let frozen = false
    let awakeSince = world.now()
    let heldBack: (() => void)[] | null = null
    const tabDisk = disk.forTab()
    const happens = (act: () => void): void => {
      if (!alive) return
      if (heldBack === null) act()
      else heldBack.push(act)
    }
    const whileAlive = (act: () => void) => () => happens(act)
    /** What was held back comes first, and in its order. */
    const thaw = (): void => {
      if (frozen || !alive) return
      const act = heldBack?.shift()
      if (act === undefined) {
        heldBack = null
        awakeSince = world.now()
        return
      }
      act()
      world.after(0, thaw)
    }
    const environment: DeviceEnvironment = {
      relay: { origin: 'http://relay.test', host: 'relay.test' },
      indexedDB: tabDisk.indexedDB,
      crypto: standInCrypto(),
      leavings: {
        get length() {
          return leavings.length
        },
        key: (index) => leavings.key(index),
        getItem: (key) => leavings.getItem(key),
        setItem(key, text) {
          if (disk.full === 'for all') throw new DOMException('no room', 'QuotaExceededError')
          if (alive && !parts.losesLeavings) leavings.setItem(key, text)
        },
        removeItem: (key) => void (alive && leavings.removeItem(key)),
      },
      now: () => Math.floor(world.now()) + clockOffMs,
      chance: () => world.random.next(),
      after: (ms, act) => world.after(ms, whileAlive(act)),
      openSocket(_address, events): Socket {
        if (!alive) return { send: () => undefined, close: () => undefined }
        const socket = wire.open(number, {
          opened: whileAlive(() => events.opened()),
          received: (frame) =>
            happens(() => {
              epoch = epochSaid(frame) ?? epoch
              events.received(frame)
            }),
          closed: (code) => happens(() => events.closed(code)),
        })
        ends.push(() => socket.close())
        return {
          send: (frame) => void (alive && socket.send(frame)),
          close: () => void (alive && socket.close()),
        }
      },
      request: () => Promise.reject(new Error('no HTTP here')),
      online: () => online.now,
      onConnectivity: (listener) => listen(connectivity, (now) => happens(() => listener(now))),
      onHide: (listener) => listen(hidden, whileAlive(listener)),
      onShow: (listener) => listen(shown, whileAlive(listener)),
      holdLock(_name, how) {
        if (!alive) return new Promise(() => undefined)
        const mine = { steal: how.steal, lost: () => happens(() => how.lost()) }
        const wanted = lock.want(mine, () => alive)
        ends.push(wanted.letGo)
        return new Promise(
          (resolve) => void wanted.granted.then((release) => happens(() => resolve(release))),
        )
      },
      openTabLine(_name, received): TabLine {
        const hear = (message: unknown): void => happens(() => received(message))
        if (alive) lines.add(hear)
        ends.push(() => lines.delete(hear))
        return {
          post(message) {
            if (!alive) return
            for (const other of lines)
              if (other !== hear) world.after(0.2 + (lines.size % 3), () => other(message))
          },
          close: () => void lines.delete(hear),
        }
      },
      wrapStore: (made) => (store = parts.wrapStore(number, made)),
    }
    return {
      environment,
      store: () => store,
      isAlive: () => alive,
      epoch: () => epoch,
      isFrozen: () => heldBack !== null,
      awakeMs: () => (heldBack === null ? world.now() - awakeSince : 0),
      freeze(now) {
        frozen = now
        if (now) heldBack ??= []
        else thaw()
      },
      hide: () => hidden.forEach((listener) => listener()),
      show: () => shown.forEach((listener) => listener()),
      end() {
        alive = false
        tabDisk.die()
        for (const end of ends) end()
      },
    }
  }

  const openIn = async (place: Surroundings): Promise<Tab | null> => {
    const replica = await openReplica(place.environment, identity, summaries)
    const store = place.store()
    if (!place.isAlive()) return null
    if (store === null || store.kind !== 'disk') {
      // Memory only: a screen says so in red; nothing is promised, so nobody works in it here.
      place.end()
      return null
    }
    const { isAlive, hide, show, freeze, isFrozen, awakeMs, epoch } = place
    const tab: Tab = {
      name: `device ${number + 1} tab ${(count += 1)}`,
      device: number,
      replica,
      store,
      isLost: false,
      ...{ isAlive, hide, show, freeze, isFrozen, awakeMs, epoch },
      kill() {
        place.end()
        device.tabs.splice(device.tabs.indexOf(tab), 1)
      },
    }
    device.tabs.push(tab)
    return tab
  }

  const device: Device = {
    number,
    identity,
    disk,
    tabs: [],
    openTab() {
      const place = surroundings()
      return { tab: openIn(place), kill: place.end }
    },
    setClock: (offMs) => void (clockOffMs = offMs),
    left: () => leavings.length,
    loseDisk() {
      for (const tab of device.tabs) tab.isLost = true
      disk.lose(workspace)
      leavings.clear()
    },
    setOnline(now) {
      if (online.now === now) return
      online.now = now
      for (const listener of [...connectivity]) listener(now)
    },
  }
  return device
}

interface Surroundings extends Pick<
  Tab,
  'isAlive' | 'hide' | 'show' | 'freeze' | 'isFrozen' | 'awakeMs' | 'epoch'
> {
  readonly environment: DeviceEnvironment
  store(): Store | null
  end(): void
}

function epochSaid(frame: Uint8Array): string | null {
  if (frame[0] !== 0 || frame[1] !== toDevice.welcome) return null
  const message = readMessage(frame)
  return message?.kind === 'welcome' ? message.welcome.epoch : null
}

function listen<T>(all: Set<T>, listener: T): () => void {
  all.add(listener)
  return () => void all.delete(listener)
}

/** Signs with the key at once: WebCrypto answers from a thread, and when is not in a seed's hands. */
function standInCrypto(): Crypto {
  const standIn = {
    subtle: {
      async sign(_algorithm: unknown, key: KeyObject, bytes: Uint8Array) {
        const how = { key, dsaEncoding: 'ieee-p1363' } as const
        return new Uint8Array(sign('sha256', bytes, how)).buffer
      },
    },
    getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
  }
  return standIn as unknown as Crypto
}
