/** The browser as a device's surroundings. Web Locks and BroadcastChannel are optional: both save work and guard nothing. */
import type { DeviceEnvironment, Socket, SocketEvents, TabLine } from './environment.ts'
import { machineName } from './machine-name.ts'

export function browserEnvironment(): DeviceEnvironment {
  return {
    relay: { origin: location.origin, host: location.host },
    indexedDB,
    crypto,
    leavings: localStorage,
    now: () => Date.now(),
    chance: () => Math.random(),
    after: (ms, act) => {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
    openSocket,
    request: (address, init) => fetch(address, init),
    machine: () =>
      machineName({ userAgent: navigator.userAgent, touchPoints: navigator.maxTouchPoints }),
    online: () => navigator.onLine,
    onConnectivity,
    onHide,
    onShow,
    holdLock,
    openTabLine,
    surroundings: async () => ({
      isCoarse: matchMedia('(pointer: coarse)').matches,
      quota: (await navigator.storage?.estimate())?.quota ?? null,
    }),
    keepDesk(name, doc) {
      // Nothing on the first screen waits for it.
      const kept = import('y-indexeddb').then(
        ({ IndexeddbPersistence }) => new IndexeddbPersistence(name, doc),
      )
      return {
        synced: kept.then(({ whenSynced }) => whenSynced),
        destroy: async () => (await kept).destroy(),
      }
    },
  }
}

function openSocket(address: string, events: SocketEvents): Socket {
  const socket = new WebSocket(address)
  socket.binaryType = 'arraybuffer'
  socket.onopen = () => events.opened()
  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data instanceof ArrayBuffer) events.received(new Uint8Array(data))
  }
  socket.onclose = ({ code }) => events.closed(code)
  return {
    send: (frame) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(frame)
    },
    close: () => socket.close(),
  }
}

function onConnectivity(listener: (online: boolean) => void): () => void {
  const up = (): void => listener(true)
  const down = (): void => listener(false)
  addEventListener('online', up)
  addEventListener('offline', down)
  return () => {
    removeEventListener('online', up)
    removeEventListener('offline', down)
  }
}

function onHide(listener: () => void): () => void {
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') listener()
  }
  addEventListener('pagehide', listener)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    removeEventListener('pagehide', listener)
    document.removeEventListener('visibilitychange', hidden)
  }
}

function onShow(listener: () => void): () => void {
  const shown = (): void => {
    if (document.visibilityState === 'visible') listener()
  }
  document.addEventListener('visibilitychange', shown)
  return () => document.removeEventListener('visibilitychange', shown)
}

function holdLock(
  name: string,
  { steal, lost }: { readonly steal: boolean; lost(): void },
): Promise<() => void> {
  if (!('locks' in navigator)) return Promise.resolve(() => undefined)
  return new Promise((held) => {
    navigator.locks
      .request(name, { steal }, () => new Promise<void>((release) => held(() => release())))
      // Rejected when another tab stole it.
      .catch(lost)
  })
}

function openTabLine(name: string, received: (message: unknown) => void): TabLine {
  if (typeof BroadcastChannel === 'undefined')
    return { post: () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => received(data)
  return { post: (message) => channel.postMessage(message), close: () => channel.close() }
}
