/**
 * What the stock WebsocketProvider takes for its socket: it brings rows and presence of one document's channel and
 * swallows the provider's own sync messages, because the outbox is the only writer. Left out: the channel itself.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageAwareness, messageSync } from 'y-websocket'
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'

export interface VirtualEnd {
  /** The channel is open and everything older was delivered: the provider is told, then gets what waited. */
  open(): void
  isOpen(): boolean
  deliverUpdate(bytes: Uint8Array): void
  /** The relay has nothing more: makes the provider's `synced` true, and honest. */
  deliverSynced(): void
  deliverPresence(bytes: Uint8Array): void
  close(code: number): void
}

export interface VirtualOwner {
  created(end: VirtualEnd): void
  /** The provider's awareness bytes, as it would send them. */
  presence(bytes: Uint8Array): void
  /** The provider let go of it. */
  released(end: VirtualEnd): void
}

/** An update without structs and deletions. */
const nothing = new Uint8Array([0, 0])

export function virtualSocketFor(owner: VirtualOwner): typeof WebSocket {
  class VirtualSocket {
    readonly CONNECTING = 0
    readonly OPEN = 1
    readonly CLOSING = 2
    readonly CLOSED = 3
    readyState = 0
    binaryType = 'arraybuffer'
    onopen: (() => void) | null = null
    onmessage: ((event: { data: Uint8Array }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: (() => void) | null = null
    readonly #end: VirtualEnd
    #waiting: Uint8Array[] = []

    constructor() {
      this.#end = {
        open: () => this.#open(),
        isOpen: () => this.readyState === 1,
        deliverUpdate: (bytes) => this.#deliver(syncMessage(messageYjsUpdate, bytes)),
        deliverSynced: () => this.#deliver(syncMessage(messageYjsSyncStep2, nothing)),
        deliverPresence: (bytes) => this.#deliver(presenceMessage(bytes)),
        close: (code) => {
          if (this.readyState === 3) return
          this.readyState = 3
          this.onclose?.({ code, reason: '' })
        },
      }
      owner.created(this.#end)
    }

    send(message: Uint8Array): void {
      const body = decoding.createDecoder(new Uint8Array(message))
      if (decoding.readVarUint(body) === messageAwareness)
        owner.presence(decoding.readVarUint8Array(body))
    }

    close(): void {
      if (this.readyState === 3) return
      this.readyState = 3
      owner.released(this.#end)
    }

    #open(): void {
      if (this.readyState !== 0) return
      this.readyState = 1
      this.onopen?.()
      for (const message of this.#waiting.splice(0)) this.onmessage?.({ data: message })
    }

    #deliver(message: Uint8Array): void {
      if (this.readyState === 1) this.onmessage?.({ data: message })
      else if (this.readyState === 0) this.#waiting.push(message)
    }
  }
  // The provider uses no more of WebSocket than what stands above; a test runs the stock provider over it.
  return VirtualSocket as unknown as typeof WebSocket
}

function syncMessage(type: number, bytes: Uint8Array): Uint8Array {
  const message = encoding.createEncoder()
  encoding.writeVarUint(message, messageSync)
  encoding.writeVarUint(message, type)
  encoding.writeVarUint8Array(message, bytes)
  return encoding.toUint8Array(message)
}

function presenceMessage(bytes: Uint8Array): Uint8Array {
  const message = encoding.createEncoder()
  encoding.writeVarUint(message, messageAwareness)
  encoding.writeVarUint8Array(message, bytes)
  return encoding.toUint8Array(message)
}
