/**
 * A person's device: its disk, its key and its tabs, each a real replica in surroundings that a schedule can take away.
 * Nothing of a killed tab reaches anything any more. Left out: what people do in the tabs (acts.ts).
 */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import * as z from 'zod/mini'
import type { DeviceEnvironment, Socket, TabLine } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import { openReplica } from '#client/replica/open-replica.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import type { Store } from '#client/replica/store.ts'
import { summaries } from '#shared/documents/readers/summarise.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { bytesToBase32 } from '#shared/lib/ids.ts'
import type { Random } from '#shared/lib/random.ts'
import {
  accessSchema,
  deviceIdSchema,
  memberIdSchema,
  workspaceIdSchema,
} from '#shared/protocol/names.ts'
import { createLeavings } from '#test/support/leavings.ts'
import { createDisk, type Disk } from './disk.ts'
import type { RelayPeople } from './relay-people.ts'
import type { Wire } from './wire.ts'
import type { World } from './virtual-world.ts'

export interface Tab {
  readonly name: string
  readonly replica: TypedReplica<DocumentSummary>
  /** What the replica reads and writes, for whoever judges. */
  readonly store: Store
  isAlive(): boolean
  kill(): void
  hide(): void
  show(): void
}

export interface Device {
  readonly number: number
  readonly identity: Identity
  readonly disk: Disk
  readonly tabs: Tab[]
  openTab(): Promise<Tab | null>
  /** The system says there is no network, or that there is one again. */
  setOnline(online: boolean): void
}

export interface DeviceParts {
  readonly world: World
  readonly wire: Wire
  readonly people: RelayPeople
  readonly random: Random
  readonly wrapStore: (device: number, store: Store) => Store
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
    const tabDisk = disk.forTab()
    const whileAlive = (act: () => void) => () => void (alive && act())
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
          if (disk.full) throw new DOMException('no room', 'QuotaExceededError')
          if (alive) leavings.setItem(key, text)
        },
        removeItem: (key) => void (alive && leavings.removeItem(key)),
      },
      now: () => Math.floor(world.now()),
      chance: () => world.random.next(),
      after: (ms, act) => world.after(ms, whileAlive(act)),
      openSocket(_address, events): Socket {
        if (!alive) return { send: () => undefined, close: () => undefined }
        const socket = wire.open(number, {
          opened: () => void (alive && events.opened()),
          received: (frame) => void (alive && events.received(frame)),
          closed: (code) => void (alive && events.closed(code)),
        })
        ends.push(() => socket.close())
        return {
          send: (frame) => void (alive && socket.send(frame)),
          close: () => void (alive && socket.close()),
        }
      },
      request: () => Promise.reject(new Error('no HTTP here')),
      online: () => online.now,
      onConnectivity: (listener) => listen(connectivity, (now) => void (alive && listener(now))),
      onHide: (listener) => listen(hidden, whileAlive(listener)),
      onShow: (listener) => listen(shown, whileAlive(listener)),
      holdLock(_name, how) {
        const wanted = lock.want(how, () => alive)
        ends.push(wanted.letGo)
        return wanted.granted
      },
      openTabLine(_name, received): TabLine {
        const hear = (message: unknown): void => void (alive && received(message))
        lines.add(hear)
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
      hide: () => hidden.forEach((listener) => listener()),
      show: () => shown.forEach((listener) => listener()),
      end() {
        alive = false
        tabDisk.die()
        for (const end of ends) end()
      },
    }
  }

  const device: Device = {
    number,
    identity,
    disk,
    tabs: [],
    async openTab() {
      const { environment, store, isAlive, hide, show, end } = surroundings()
      const replica = await openReplica(environment, identity, summaries)
      const itsStore = store()
      if (itsStore === null || itsStore.kind !== 'disk') {
        // Memory only: a screen says so in red; nothing is promised, so nobody works in it here.
        end()
        return null
      }
      const tab: Tab = {
        name: `device ${number + 1} tab ${(count += 1)}`,
        replica,
        store: itsStore,
        isAlive,
        hide,
        show,
        kill() {
          end()
          device.tabs.splice(device.tabs.indexOf(tab), 1)
        },
      }
      device.tabs.push(tab)
      return tab
    },
    setOnline(now) {
      if (online.now === now) return
      online.now = now
      for (const listener of [...connectivity]) listener(now)
    },
  }
  return device
}

interface Surroundings {
  readonly environment: DeviceEnvironment
  store(): Store | null
  isAlive(): boolean
  hide(): void
  show(): void
  end(): void
}

function listen<T>(all: Set<T>, listener: T): () => void {
  all.add(listener)
  return () => void all.delete(listener)
}

/** One lock a device; stolen, the one who had it is told. */
function createLock() {
  type Wanting = { readonly lost: () => void; readonly grant: () => void; isGone: () => boolean }
  let holder: Wanting | null = null
  let queue: Wanting[] = []
  const next = (): void => {
    queue = queue.filter((one) => !one.isGone())
    holder = queue.shift() ?? null
    holder?.grant()
  }
  return {
    want(how: { readonly steal: boolean; lost(): void }, isAlive: () => boolean) {
      let grant = (_release: () => void): void => undefined
      const granted = new Promise<() => void>((resolve) => (grant = resolve))
      let gone = false
      const letGo = (): void => {
        if (gone) return
        gone = true
        if (holder === me) next()
      }
      const me: Wanting = {
        lost: () => void (isAlive() && how.lost()),
        grant: () => grant(letGo),
        isGone: () => gone || !isAlive(),
      }
      if (how.steal && holder !== null) {
        const robbed = holder
        holder = me
        robbed.lost()
        me.grant()
      } else if (holder === null) {
        holder = me
        me.grant()
      } else queue.push(me)
      return { granted, letGo }
    },
  }
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
