/**
 * Sockets between tabs and the relay: frames take time and keep their order; a cut loses what is on its way to the tab,
 * while what the tab had sent may still arrive late, after the tab is back on another socket; a frozen socket carries
 * nothing and does not close. Left out: what the frames say (watch-wire.ts).
 */
import { EventEmitter } from 'node:events'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Socket, SocketEvents } from '#client/replica/environment.ts'
import { readFrame, toRelay } from '#shared/protocol/frames.ts'
import type { World } from './virtual-world.ts'

/** A relay that can be reached. */
export interface Reachable {
  accept(socket: WebSocket, raw: Duplex): void
  /** A frame leaves the relay for a device. */
  says(device: number, frame: Uint8Array): void
}

export interface Wire {
  open(device: number, events: SocketEvents): Socket
  relay: Reachable | null
  /** Ends all sockets of a device from its side. */
  cut(device: number): void
  /** While true a device's sockets carry nothing. */
  freeze(device: number, frozen: boolean): void
  /** While true no socket of the device opens. */
  readonly unreachable: Set<number>
  /** The device lost its disk and counts anew: what it sent before comes no more. */
  forget(device: number): void
  /** The relay's process is gone: the tabs hear of it, or do not. */
  drop(silently: boolean): void
  readonly counts: { frames: number; cuts: number; late: number; repeated: number }
}

interface Line {
  readonly device: number
  /** The tab's side. */
  events: SocketEvents | null
  /** The relay's side. */
  there: RelaySide | null
  toRelayAt: number
  toTabAt: number
  readonly pushes: Uint8Array[]
}

export function createWire(world: World): Wire {
  const { random } = world
  const lines = new Set<Line>()
  const frozen = new Set<number>()
  const counts = { frames: 0, cuts: 0, late: 0, repeated: 0 }
  const lastPushes = new Map<number, Uint8Array[]>()

  const latency = (): number => 1 + random.next() * random.next() * 60
  const whenThawed = (device: number, act: () => void): void => {
    if (frozen.has(device)) world.after(50, () => whenThawed(device, act))
    else act()
  }
  /** Frames of one direction keep their order. */
  const inOrder = (line: Line, way: 'toRelayAt' | 'toTabAt', act: () => void): void => {
    line[way] = Math.max(line[way] + 0.001, world.now() + latency())
    const wait = line[way] - world.now()
    world.after(wait, () => {
      if (!frozen.has(line.device)) return act()
      // Everything behind it waits as well.
      waiting(line, way).push(act)
    })
  }
  const held = new Map<Line, Record<'toRelayAt' | 'toTabAt', (() => void)[]>>()
  const waiting = (line: Line, way: 'toRelayAt' | 'toTabAt'): (() => void)[] => {
    const own = held.get(line) ?? { toRelayAt: [], toTabAt: [] }
    held.set(line, own)
    return own[way]
  }

  const endTab = (line: Line, code: number): void => {
    const { events } = line
    line.events = null
    events?.closed(code)
  }
  const endRelay = (line: Line): void => {
    const { there } = line
    line.there = null
    lines.delete(line)
    there?.gone()
  }
  /** The tab's side is over; the relay hears what was sent, then, sooner or later, of the end. */
  const leave = (line: Line): void => {
    line.events = null
    if (line.there === null) return void lines.delete(line)
    if (line.pushes.length > 0) lastPushes.set(line.device, line.pushes.slice(-4))
    const late = random.int(3) === 0 ? random.next() * 8_000 : 0
    if (late > 0) line.toRelayAt = Math.max(line.toRelayAt, world.now() + late)
    const dropped = random.int(2) === 0
    world.after(late, () => {
      if (dropped) endRelay(line)
      else inOrder(line, 'toRelayAt', () => endRelay(line))
    })
  }

  const wire: Wire = {
    relay: null,
    unreachable: new Set(),
    counts,
    open(device, events) {
      const line: Line = {
        device,
        events,
        there: null,
        toRelayAt: 0,
        toTabAt: 0,
        pushes: [],
      }
      lines.add(line)
      world.after(latency(), () =>
        whenThawed(device, () => {
          if (line.events === null) return void lines.delete(line)
          if (wire.relay === null || wire.unreachable.has(device)) {
            lines.delete(line)
            return endTab(line, 1006)
          }
          const { relay } = wire
          const there = createRelaySide({
            sent(frame) {
              counts.frames += 1
              relay.says(device, frame)
              inOrder(line, 'toTabAt', () => line.events?.received(frame))
            },
            closed: (code) => {
              inOrder(line, 'toTabAt', () => {
                endTab(line, code)
                endRelay(line)
              })
            },
          })
          line.there = there
          relay.accept(there.socket, there.raw)
          line.events.opened()
        }),
      )
      return {
        send(frame) {
          if (line.events === null || line.there === null) return
          counts.frames += 1
          const copy = new Uint8Array(frame)
          if (isPush(copy)) {
            repeatEarlier(line)
            line.pushes.push(copy)
          }
          inOrder(line, 'toRelayAt', () => {
            if (line.events === null) counts.late += 1
            line.there?.receive(copy)
          })
        },
        close: () => leave(line),
      }
    },
    cut(device) {
      for (const line of lines) {
        if (line.device !== device || line.events === null) continue
        counts.cuts += 1
        const { events } = line
        leave(line)
        events.closed(1006)
      }
    },
    forget(device) {
      lastPushes.delete(device)
      for (const line of lines) if (line.device === device) line.pushes.length = 0
    },
    freeze(device, now) {
      if (now) return void frozen.add(device)
      frozen.delete(device)
      for (const [line, own] of [...held]) {
        if (line.device !== device) continue
        held.delete(line)
        for (const act of own.toRelayAt) act()
        for (const act of own.toTabAt) act()
      }
    },
    drop(silently) {
      wire.relay = null
      for (const line of [...lines]) {
        line.there?.die()
        line.there = null
        if (silently) continue
        lines.delete(line)
        world.after(latency(), () => endTab(line, 1006))
      }
    },
  }

  /** What an earlier socket had sent comes once more in front of a new one's first push, as a proxy may do. */
  const repeatEarlier = (line: Line): void => {
    const earlier = line.pushes.length === 0 ? lastPushes.get(line.device) : undefined
    if (earlier === undefined || random.int(2) === 0) return
    lastPushes.delete(line.device)
    for (const frame of earlier) {
      counts.repeated += 1
      inOrder(line, 'toRelayAt', () => line.there?.receive(frame))
    }
  }
  return wire
}

const isPush = (frame: Uint8Array): boolean => {
  const { channel, type } = readFrame(frame)
  return channel === 0 && type === toRelay.push
}

interface RelaySide {
  readonly socket: WebSocket
  readonly raw: Duplex
  receive(frame: Uint8Array): void
  /** The other side has gone. */
  gone(): void
  /** This side's process has: nothing of it is heard any more. */
  die(): void
}

/** The two objects of ws the relay holds for a socket, as far as it uses them. */
function createRelaySide(to: {
  sent(frame: Uint8Array): void
  closed(code: number): void
}): RelaySide {
  const messages = new EventEmitter()
  const bytes = new EventEmitter()
  let state: 'open' | 'closed' = 'open'
  let paused = false
  const early: Uint8Array[] = []
  const end = (code: number): void => {
    if (state === 'closed') return
    state = 'closed'
    to.closed(code)
    messages.emit('close', code, Buffer.alloc(0))
    bytes.emit('close')
  }
  const socket = Object.assign(messages, {
    OPEN: 1,
    CONNECTING: 0,
    binaryType: 'nodebuffer',
    pause: () => void (paused = true),
    resume() {
      paused = false
      for (const frame of early.splice(0)) messages.emit('message', Buffer.from(frame), true)
    },
    close: (code: number) => end(code),
    terminate: () => end(1006),
  })
  Object.defineProperty(socket, 'readyState', { get: () => (state === 'open' ? 1 : 3) })
  const raw = Object.assign(bytes, {
    writableLength: 0,
    writableNeedDrain: false,
    write(written: Uint8Array) {
      if (state === 'open') for (const frame of payloads(written)) to.sent(frame)
      return true
    },
    cork: () => undefined,
    uncork: () => undefined,
  })
  Object.defineProperty(raw, 'writable', { get: () => state === 'open' })
  return {
    socket: socket as unknown as WebSocket,
    raw: raw as unknown as Duplex,
    receive(frame) {
      if (state === 'closed') return
      if (paused) early.push(frame)
      else messages.emit('message', Buffer.from(frame), true)
    },
    gone: () => {
      state = state === 'open' ? 'closed' : state
      messages.emit('close', 1006, Buffer.alloc(0))
      bytes.emit('close')
    },
    die: () => void (state = 'closed'),
  }
}

/** The payloads of complete, unmasked server frames. */
function payloads(written: Uint8Array): Uint8Array[] {
  const view = new DataView(written.buffer, written.byteOffset, written.byteLength)
  const found: Uint8Array[] = []
  for (let at = 0; at < written.byteLength;) {
    const short = view.getUint8(at + 1)
    const head = short < 126 ? 2 : short === 126 ? 4 : 10
    const length =
      short < 126
        ? short
        : short === 126
          ? view.getUint16(at + 2)
          : Number(view.getBigUint64(at + 2))
    found.push(written.slice(at + head, at + head + length))
    at += head + length
  }
  return found
}
