/** What a socket may say at all: binary frames, and little before its device is known. */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { limits } from '#shared/protocol/limits.ts'
import type { Outlet } from './outlet.ts'

/** Several frames of limits.helloBytes: hello, proof and what belongs to them. */
const UNKNOWN_BYTES = 8 * limits.helloBytes

export function listenTo(
  socket: WebSocket,
  receive: (frame: Uint8Array) => void,
  outlet: Outlet,
): void {
  socket.binaryType = 'nodebuffer'
  socket.on('message', (frame, isBinary) => {
    if (!isBinary || !(frame instanceof Buffer)) return outlet.close('malformed')
    receive(frame)
  })
  // ws has closed the socket with the right code by itself (sockets.ts).
  socket.on('error', () => undefined)
}

/** Before sign-in a socket says little: a stranger must not make the relay gather a large frame. */
export function limitUnknown(raw: Duplex, outlet: Outlet, isKnown: () => boolean): void {
  let heard = 0
  const count = (chunk: Buffer): void => {
    heard += chunk.byteLength
    if (isKnown()) raw.off('data', count)
    else if (heard > UNKNOWN_BYTES) {
      raw.off('data', count)
      outlet.close('too-large')
    }
  }
  raw.on('data', count)
}
