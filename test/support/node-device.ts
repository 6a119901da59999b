/** A device in Node for seeds and pictures: its own IndexedDB in memory, real sockets and HTTP to a relay. Left out: tabs, hiding. */
import { IDBFactory } from 'fake-indexeddb'
import { WebSocket } from 'ws'
import { createLeavings } from '#test/support/leavings.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'

export function createNodeDevice(address: string): DeviceEnvironment {
  return {
    relay: { origin: address, host: new URL(address).host },
    indexedDB: new IDBFactory(),
    crypto: globalThis.crypto,
    leavings: createLeavings(),
    now: () => Date.now(),
    chance: () => 0.05,
    after(ms, act) {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
    openSocket(url, events) {
      const socket = new WebSocket(url)
      socket.binaryType = 'nodebuffer'
      socket.on('open', () => events.opened())
      socket.on('message', (frame) => {
        if (frame instanceof Buffer) events.received(new Uint8Array(frame))
      })
      socket.on('error', () => undefined)
      socket.on('close', (code) => events.closed(code))
      return { send: (frame) => socket.send(frame), close: () => socket.terminate() }
    },
    // Browsers say which page asks.
    request: (url, init) => fetch(url, { ...init, headers: { ...init.headers, origin: address } }),
    online: () => true,
    onConnectivity: () => () => undefined,
    onHide: () => () => undefined,
    onShow: () => () => undefined,
    holdLock: () => Promise.resolve(() => undefined),
    openTabLine: () => ({ post: () => undefined, close: () => undefined }),
  }
}
