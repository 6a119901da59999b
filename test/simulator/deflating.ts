/**
 * Stand-ins for the browser's compressing streams, as far as history-pack.ts uses them: the true ones answer from a thread,
 * and when is not in a seed's hands.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

interface Turning {
  turn(bytes: Uint8Array): Uint8Array
}

export const deflating = {
  Blob: class {
    readonly bytes: Uint8Array
    constructor([bytes]: [Uint8Array]) {
      this.bytes = bytes
    }
    stream() {
      return { pipeThrough: (stream: Turning) => stream.turn(this.bytes) }
    }
  },
  CompressionStream: class implements Turning {
    turn(bytes: Uint8Array): Uint8Array {
      return deflateRawSync(bytes)
    }
  },
  DecompressionStream: class implements Turning {
    turn(bytes: Uint8Array): Uint8Array {
      return inflateRawSync(bytes)
    }
  },
  Response: class {
    readonly bytes: Uint8Array
    constructor(bytes: Uint8Array) {
      this.bytes = bytes
    }
    async arrayBuffer(): Promise<ArrayBuffer> {
      return new Uint8Array(this.bytes).buffer
    }
  },
}
