/** A device without a browser: its own IndexedDB, sockets to a fake relay, and a clock a test moves. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import * as z from 'zod/mini'
import type * as Y from 'yjs'
import { createLeavings } from '#test/support/leavings.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import { createDeviceKey, type Identity } from '#client/replica/identity.ts'
// Here already when a device first needs them: the clock of a test does not wait for a file to be read.
import '#client/replica/comparing.ts'
import '#client/replica/desk.ts'
import '#client/replica/devices.ts'
import '#client/replica/disk-history.ts'
import '#client/replica/disk-records.ts'
import '#client/replica/disk-replace.ts'
import '#client/replica/disk-room.ts'
import '#client/replica/disk-withdraw.ts'
import '#client/replica/document.ts'
import '#client/replica/edit-documents.ts'
import '#client/replica/export-device.ts'
import '#client/replica/files/files.ts'
import '#client/replica/fold.ts'
import '#client/replica/hash-content.ts'
import '#client/replica/keeping.ts'
import '#client/replica/kept-copies.ts'
import '#client/replica/letting-go.ts'
import '#client/replica/memory-store.ts'
import '#client/replica/new-documents.ts'
import '#client/replica/notes.ts'
import '#client/replica/prune.ts'
import '#client/replica/read-authors.ts'
import '#client/replica/read-history.ts'
import '#client/replica/record-work.ts'
import '#client/replica/summarise-stored.ts'
import '#client/replica/talk-keeping.ts'
import '#client/replica/updates.ts'
import '#client/replica/whole-documents.ts'
import '#client/replica/withdrawing.ts'
import '#client/replica/written-in.ts'
import { beginReplica, openReplica } from '#client/replica/open-replica.ts'
import type { Summariser } from '#client/replica/index-rows.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import {
  accessSchema,
  docNameSchema,
  memberIdSchema,
  workspaceIdSchema,
} from '#shared/protocol/names.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { workspaceId, type FakeRelay } from './fake-relay.ts'

/** Timers of all devices of a test, moved by `advance`. */
export interface TestClock {
  now(): number
  after(ms: number, act: () => void): () => void
  /** Moves to the next timer, or by `ms` at most, and calls what is due. */
  advance(ms: number): void
}

export function createTestClock(): TestClock {
  let now = 1_750_000_000_000
  let count = 0
  const timers = new Map<number, { at: number; act: () => void }>()
  return {
    now: () => now,
    after(ms, act) {
      const id = (count += 1)
      timers.set(id, { at: now + ms, act })
      return () => void timers.delete(id)
    },
    advance(ms) {
      const until = now + ms
      for (;;) {
        const due = [...timers]
          .filter(([, { at }]) => at <= until)
          .sort(([a, x], [b, y]) => x.at - y.at || a - b)[0]
        if (due === undefined) break
        const [id, { at, act }] = due
        timers.delete(id)
        now = Math.max(now, at)
        act()
      }
      now = until
    },
  }
}

let working = 0
/** The device's crypto, which works on threads of its own: `until` moves no clock while it does, however loaded the machine is. */
const awaitedCrypto: DeviceEnvironment['crypto'] = new Proxy(globalThis.crypto, {
  get(target, name) {
    if (name === 'subtle') return awaitedSubtle
    const value: unknown = Reflect.get(target, name)
    return typeof value === 'function' ? value.bind(target) : value
  },
})
const awaitedSubtle = new Proxy(globalThis.crypto.subtle, {
  get(target, name) {
    const value: unknown = Reflect.get(target, name)
    if (typeof value !== 'function') return value
    return async (...given: unknown[]): Promise<unknown> => {
      working += 1
      try {
        return await value.apply(target, given)
      } finally {
        working -= 1
      }
    }
  },
})

export const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** Turns of the event loop and of the clock until `done`; fails after many. */
export async function until(
  clock: TestClock,
  done: () => boolean | Promise<boolean>,
  what: string,
  turns = 6_000,
): Promise<void> {
  for (let i = 0; i < turns; i += 1) {
    if (await done()) return
    await turn()
    while (working > 0) await turn()
    clock.advance(20)
  }
  throw new Error(`never came: ${what}`)
}

export const docName = (letter: string): DocName =>
  z.parse(docNameSchema, `brief-${letter.repeat(26)}`)

export interface FakeDevice {
  readonly environment: DeviceEnvironment
  readonly identity: Identity
  open(): Promise<TypedReplica<{ text: string }>>
  /** As `open`, given out before anything is read. */
  begin(): ReturnType<typeof beginReplica<{ text: string }>>
  /** The tab dies: nothing of it runs any more, what was committed stays. `open` is the next start. */
  crash(): void
  hide(): void
  show(): void
  setOnline(online: boolean): void
}

export async function createFakeDevice(
  relay: FakeRelay,
  clock: TestClock,
  chance: () => number = () => 0.5,
): Promise<FakeDevice> {
  const tabs = new Set<(message: unknown) => void>()
  let online = true
  const hideListeners = new Set<() => void>()
  const showListeners = new Set<() => void>()
  const onlineListeners = new Set<(online: boolean) => void>()
  const environment: DeviceEnvironment = {
    relay: { origin: 'http://relay.test', host: 'relay.test' },
    indexedDB: new IDBFactory(),
    crypto: awaitedCrypto,
    leavings: createLeavings(),
    now: clock.now,
    chance,
    after: clock.after,
    openSocket: (_address, events) => relay.openSocket(events),
    request: () => Promise.reject(new Error('no HTTP here')),
    online: () => online,
    onConnectivity(listener) {
      onlineListeners.add(listener)
      return () => void onlineListeners.delete(listener)
    },
    onHide(listener) {
      hideListeners.add(listener)
      return () => void hideListeners.delete(listener)
    },
    onShow(listener) {
      showListeners.add(listener)
      return () => void showListeners.delete(listener)
    },
    holdLock: () => Promise.resolve(() => undefined),
    openTabLine(_name, received) {
      tabs.add(received)
      return {
        post(message) {
          for (const other of tabs)
            if (other !== received) setImmediate(() => void (tabs.has(other) && other(message)))
        },
        close: () => void tabs.delete(received),
      }
    },
  }
  const { keys, device } = await createDeviceKey(environment)
  const identity: Identity = {
    workspace: { id: z.parse(workspaceIdSchema, workspaceId), name: 'Fake' },
    member: z.parse(memberIdSchema, workspaceId),
    device,
    name: 'Lin',
    access: z.parse(accessSchema, 'member'),
    relay: 'http://relay.test',
    keys,
  }
  let life = { alive: true, end: (): void => undefined }
  const living = (): DeviceEnvironment => {
    const own = { alive: true, end: (): void => undefined }
    life = own
    return {
      ...environment,
      after: (ms, act) => clock.after(ms, () => void (own.alive && act())),
      openSocket(address, events) {
        const socket = environment.openSocket(address, {
          opened: () => void (own.alive && events.opened()),
          received: (frame) => void (own.alive && events.received(frame)),
          closed: (code) => void (own.alive && events.closed(code)),
        })
        own.end = () => socket.close()
        return {
          send: (frame) => void (own.alive && socket.send(frame)),
          close: () => socket.close(),
        }
      },
    }
  }
  return {
    environment,
    identity,
    crash() {
      life.alive = false
      life.end()
    },
    open: () => openReplica(living(), identity, texts),
    begin: () => beginReplica(living(), identity, texts),
    hide: () => hideListeners.forEach((listener) => listener()),
    show: () => showListeners.forEach((listener) => listener()),
    setOnline(now) {
      online = now
      onlineListeners.forEach((listener) => listener(now))
    },
  }
}

const texts: Summariser<{ text: string }> = {
  summarise: (_name, doc) => ({ text: JSON.stringify(doc.getMap('fields').toJSON()) }),
  writeCard: ({ text }) => new TextEncoder().encode(text.slice(0, 100)),
  readCard: (bytes) => ({ text: new TextDecoder().decode(bytes) }),
  parseSummary: (value) => {
    const parsed = z.safeParse(z.object({ text: z.string() }), value)
    return parsed.success ? parsed.data : null
  },
}

/** As a command would: one transaction whose origin names it. */
export function set(doc: Y.Doc, key: string, value: unknown): void {
  doc.transact(() => doc.getMap('fields').set(key, value), {
    command: 'brief.field',
    fields: [key],
  })
}

export const fields = (doc: Y.Doc): unknown => doc.getMap('fields').toJSON()
