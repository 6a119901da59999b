/**
 * One socket's way out: finished frames go straight to the raw stream, those of a turn in one write. A socket that
 * does not read is closed with `slow` before it costs the others memory.
 */
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { closeCodes, type CloseReason } from '#shared/protocol/close-codes.ts'
import { limits } from '#shared/protocol/limits.ts'

/** What may wait in a send buffer before a long answer pauses. */
const COMFORTABLE_BYTES = 1024 * 1024
/** How long a closed socket may take to say goodbye. */
const GOODBYE_MS = 2_000

export interface Outlet {
  /** Complete server frames (ws-frames.ts). */
  write(frames: Uint8Array): void
  /** Keeps frames for `flush`; answers true when they are the first, so that the caller remembers to flush. */
  gather(frames: Uint8Array): boolean
  flush(): void
  /** Resolves when little waits, or when the socket is gone. */
  drained(): Promise<void>
  pause(): void
  resume(): void
  close(reason: CloseReason): void
  isOpen(): boolean
}

export function createOutlet(socket: WebSocket, raw: Duplex): Outlet {
  let gathered: Uint8Array[] = []
  const isOpen = (): boolean => socket.readyState === socket.OPEN && raw.writable
  const close = (reason: CloseReason): void => {
    if (socket.readyState !== socket.OPEN) return
    // A paused socket would not hear the other side's goodbye.
    socket.resume()
    socket.close(closeCodes[reason], reason)
    const end = setTimeout(() => socket.terminate(), GOODBYE_MS)
    end.unref()
    socket.once('close', () => clearTimeout(end))
  }
  const watch = (): void => {
    if (raw.writableLength > limits.socketBacklogBytes) close('slow')
  }
  return {
    isOpen,
    close,
    write(frames) {
      if (!isOpen()) return
      raw.write(frames)
      watch()
    },
    gather: (frames) => gathered.push(frames) === 1,
    flush() {
      const frames = gathered
      gathered = []
      const first = frames[0]
      if (first === undefined || !isOpen()) return
      if (frames.length === 1) raw.write(first)
      else {
        raw.cork()
        for (const one of frames) raw.write(one)
        raw.uncork()
      }
      watch()
    },
    async drained() {
      while (isOpen() && raw.writableLength > COMFORTABLE_BYTES && raw.writableNeedDrain) {
        await Promise.race([once(raw, 'drain'), once(raw, 'close')])
      }
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  }
}
