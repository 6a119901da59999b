/**
 * A person's device for tests against the relay itself: disk in memory, real sockets and HTTP, a network that can be cut,
 * a clock that can be moved. Tabs of one device share its disk, its lock and its line.
 */
import 'fake-indexeddb/auto'
import * as z from 'zod/mini'
import type * as Y from 'yjs'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import { join } from '#client/replica/join.ts'
import { openReplica } from '#client/replica/open-replica.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import type { InviteKey } from '#shared/protocol/http.ts'
import type { Access } from '#shared/protocol/names.ts'
import { inviteLinkOf, keyIn } from '#test/support/invite-key.ts'
import { createNodeDevice } from '#test/support/node-device.ts'

/** Timers longer than this belong to the test's clock: they fire when it is moved past them. */
const LONG_MS = 60_000

/** One clock for relay and devices: real time plus what the test skipped. */
export interface MovedClock {
  now(): number
  after(ms: number, act: () => void): () => void
  skip(ms: number): void
}

export function createMovedClock(): MovedClock {
  let skipped = 0
  const long = new Map<object, { at: number; act: () => void }>()
  const now = (): number => Date.now() + skipped
  return {
    now,
    after(ms, act) {
      if (ms > LONG_MS) {
        const key = {}
        long.set(key, { at: now() + ms, act })
        return () => void long.delete(key)
      }
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
    skip(ms) {
      skipped += ms
      for (const [key, { at, act }] of [...long]) {
        if (at > now()) continue
        long.delete(key)
        act()
      }
    },
  }
}

export type Tab = TypedReplica<{ text: string }>

export interface RealDevice {
  readonly environment: DeviceEnvironment
  readonly identity: Identity
  open(): Promise<Tab>
  /** Ends every socket at once and lets none through until `heal`. */
  cut(): void
  heal(): void
  /** What the device said and heard since it began, frame by frame. */
  readonly heard: Uint8Array[]
  readonly said: Uint8Array[]
}

export interface Wiring {
  readonly clock: MovedClock
  /** Full jitter's share of a wait: near 0 comes back at once. */
  readonly chance: () => number
}

/** Joins with the invite, or as the first owner. */
export async function joinDevice(
  address: string,
  { clock, chance }: Wiring,
  asked: { readonly invite: InviteKey | null; readonly name: string; readonly linked?: boolean },
): Promise<RealDevice> {
  const plain = createNodeDevice(address)
  const open = new Set<() => void>()
  const tabs = new Set<(message: unknown) => void>()
  const heard: Uint8Array[] = []
  const said: Uint8Array[] = []
  let isCut = false
  let lock = Promise.resolve()
  const environment: DeviceEnvironment = {
    ...plain,
    now: clock.now,
    after: clock.after,
    chance,
    openSocket(url, events) {
      let ended = false
      if (isCut) {
        setImmediate(() => void (ended || events.closed(1006)))
        return { send: () => undefined, close: () => void (ended = true) }
      }
      const end = (code: number): void => {
        if (ended) return
        ended = true
        open.delete(cut)
        events.closed(code)
      }
      const socket = plain.openSocket(url, {
        opened: events.opened,
        received(frame) {
          if (ended) return
          heard.push(frame)
          events.received(frame)
        },
        closed: end,
      })
      const cut = (): void => {
        socket.close()
        end(1006)
      }
      open.add(cut)
      return {
        send(frame) {
          said.push(frame)
          socket.send(frame)
        },
        close() {
          ended = true
          open.delete(cut)
          socket.close()
        },
      }
    },
    holdLock(_name, { steal }) {
      if (steal) return Promise.resolve(() => undefined)
      let release = (): void => undefined
      const before = lock
      lock = new Promise((resolve) => (release = resolve))
      return before.then(() => release)
    },
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
  const joined = await join(
    environment,
    asked.invite === null ? { ...asked, workspace: 'Shanyu Home' } : asked,
  )
  if (!joined.ok) throw new Error(joined.refusal.en)
  const identity = joined.value
  return {
    environment,
    identity,
    heard,
    said,
    open: () =>
      openReplica(environment, identity, {
        summarise: (_name, doc) => ({ text: JSON.stringify(fieldsOf(doc)) }),
        writeCard: ({ text }) => new TextEncoder().encode(text.slice(0, 100)),
        readCard: (card) => ({ text: new TextDecoder().decode(card) }),
        parseSummary(value) {
          const parsed = z.safeParse(z.object({ text: z.string() }), value)
          return parsed.success ? parsed.data : null
        },
      }),
    cut() {
      isCut = true
      for (const end of open) end()
    },
    heal: () => void (isCut = false),
  }
}

/** A key to join with, made by somebody signed in. */
export async function inviteFrom(
  device: RealDevice,
  tab: Tab,
  access: Access,
  uses = 1,
): Promise<InviteKey> {
  await until(() => tab.sessionToken() !== null, 'signed in')
  if (access === 'guest') throw new Error('a guest comes by a link of their own')
  const expiresAt = device.environment.now() + 3_600_000
  return keyIn(await inviteLinkOf(tab, { access, expiresAt, uses }))
}

/** Looks again after each few milliseconds; fails with what it waited for. */
export async function until(
  done: () => boolean | Promise<boolean>,
  what: string | (() => string),
  ms = 15_000,
): Promise<void> {
  const end = Date.now() + ms
  while (Date.now() < end) {
    if (await done()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`never came: ${typeof what === 'string' ? what : what()}`)
}

/** As a command would: one transaction whose origin names it. */
export function set(doc: Y.Doc, key: string, value: unknown): void {
  doc.transact(() => doc.getMap('fields').set(key, value), {
    command: 'brief.field',
    fields: [key],
  })
}

export const fieldsOf = (doc: Y.Doc): Readonly<Record<string, unknown>> =>
  doc.getMap('fields').toJSON()
