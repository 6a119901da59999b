/**
 * What a device takes from its surroundings: clock, chance, disk, network, other tabs. One interface, so that a simulator
 * can stand in for all of it; `browser-environment.ts` is the true one. Left out: Solid, the DOM, what any of it is for.
 */
import type { KeepDesk } from './desk.ts'
import type { Surroundings } from './room.ts'
import type { Store } from './store.ts'

export interface SocketEvents {
  opened(): void
  received(frame: Uint8Array): void
  /** Once, also when the socket never opened (1006). */
  closed(code: number): void
}

export interface Socket {
  send(frame: Uint8Array<ArrayBuffer>): void
  close(): void
}

/** A line to this workspace's other tabs on this device. What is posted reaches the others only. */
export interface TabLine {
  post(message: unknown): void
  close(): void
}

export interface DeviceEnvironment {
  /** Where the relay is: `origin` as in an address, `host` with its port as signed texts name it. */
  readonly relay: { readonly origin: string; readonly host: string }
  readonly indexedDB: IDBFactory
  readonly crypto: Crypto
  /** Synchronous and small: only what a page puts down as it ends (left-edits.ts). */
  readonly leavings: Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>
  /** Milliseconds since 1970. */
  now(): number
  /** In [0, 1); for spreading retries, not for secrets. */
  chance(): number
  /** Calls `act` once after `ms`; the answer calls it off. */
  after(ms: number, act: () => void): () => void
  openSocket(address: string, events: SocketEvents): Socket
  request(address: string, init: RequestInit): Promise<Response>
  /** The system's own view; a hint, since it may be wrong in both directions. */
  online(): boolean
  onConnectivity(listener: (online: boolean) => void): () => void
  /** The page is being hidden or left: what is still in memory must be written now. */
  onHide(listener: () => void): () => void
  /** The page is shown again. */
  onShow(listener: () => void): () => void
  /**
   * Resolves when this tab holds the lock (at once where there are no locks); it is given back by calling the answer.
   * `steal`: does not wait for whoever has it, who is told by `lost`.
   */
  holdLock(name: string, how: { readonly steal: boolean; lost(): void }): Promise<() => void>
  openTabLine(name: string, received: (message: unknown) => void): TabLine
  /** Where the desk is kept; without it, it lasts as long as the page. */
  keepDesk?: KeepDesk
  /** What this device says of itself, such as `Chrome · Windows`; '' or nothing where that is not known. */
  machine?(): string
  /** What the usual size of this device's copy is decided by; without it, it is a desk's. */
  surroundings?(): Promise<Surroundings>
  /** A small picture of a picture, null where none can be made of it. Without it there are none. */
  makeThumb?(picture: Blob): Promise<Blob | null>
  /** A simulator watches the store, or puts a faulty one in front of it. */
  wrapStore?(store: Store): Store
}
