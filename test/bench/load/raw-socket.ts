/**
 * A WebSocket client that does nothing but move binary messages, so that the generator is not what is measured:
 * masks with the zero key (legal, and costs nothing), hands out views of the received chunk, sends a turn's frames in
 * one write. Left out: compression, fragmented messages and text, none of which the relays here send.
 */
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { readFrames } from './ws-frames.ts'

export interface Ears {
  message(payload: Uint8Array): void
  closed?(code: number): void
}

export interface RawSocket {
  /** Queued until the next `flush`. */
  send(payload: Uint8Array): void
  /** False when the operating system takes no more for now; `drained` then tells when it does. */
  flush(): boolean
  drained(): Promise<void>
  /** Payload bytes received since opening. */
  received(): number
  close(): void
}

export function openRawSocket(port: number, path: string, ears: Ears): Promise<RawSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('the server closed before the upgrade')))
    socket.write(upgradeRequest(port, path))
    let head = Buffer.alloc(0)
    const readHead = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      socket.off('data', readHead)
      socket.removeAllListeners('error').removeAllListeners('close')
      if (!head.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) {
        socket.destroy()
        reject(new Error(`no upgrade: ${head.subarray(0, 80).toString()}`))
        return
      }
      resolve(attach(socket, ears, head.subarray(end + 4)))
    }
    socket.on('data', readHead)
  })
}

const upgradeRequest = (port: number, path: string): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    '\r\n',
  ].join('\r\n')

function attach(socket: Socket, ears: Ears, first: Buffer): RawSocket {
  let received = 0
  let code = 1006
  let queued: Uint8Array[] = []
  let rest: Buffer = Buffer.alloc(0)
  const take = (chunk: Buffer): void => {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const used = readFrames(all, (opcode, payload) => {
      if (opcode === 2) {
        received += payload.length
        ears.message(payload)
      } else if (opcode === 9) socket.write(Buffer.concat([frameHead(10, payload.length), payload]))
      else if (opcode === 8) {
        if (payload.length >= 2) code = (payload[0] ?? 0) * 256 + (payload[1] ?? 0)
        socket.end()
      }
    })
    rest = all.subarray(used)
  }
  socket.on('data', take)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => ears.closed?.(code))
  // After the caller has the socket, so that no message comes before it.
  if (first.length > 0) setImmediate(take, first)
  return {
    send(payload) {
      queued.push(frameHead(2, payload.length), payload)
    },
    flush() {
      if (queued.length === 0) return !socket.writableNeedDrain
      const bytes = queued.length === 2 ? queued : [Buffer.concat(queued)]
      queued = []
      socket.cork()
      let room = true
      for (const part of bytes) room = socket.write(part)
      socket.uncork()
      return room
    },
    drained: () =>
      new Promise((resolve) => {
        if (!socket.writableNeedDrain || socket.destroyed) return resolve()
        const done = (): void => {
          socket.off('drain', done)
          socket.off('close', done)
          resolve()
        }
        socket.on('drain', done)
        socket.on('close', done)
      }),
    received: () => received,
    close: () => socket.destroy(),
  }
}

/** A client frame's head with the mask bit and a mask of zeros. */
function frameHead(opcode: number, length: number): Uint8Array {
  const extra = length < 126 ? 0 : length < 65536 ? 2 : 8
  const head = Buffer.alloc(2 + extra + 4)
  head[0] = 0x80 | opcode
  head[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127)
  if (extra === 2) head.writeUInt16BE(length, 2)
  if (extra === 8) head.writeBigUInt64BE(BigInt(length), 2)
  return head
}
