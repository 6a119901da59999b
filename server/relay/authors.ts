/** The table of authors in memory: who may continue a clientID and at which clock. It is also the relay's state vector. */
import * as encoding from 'lib0/encoding'

export interface Author {
  /** The relay's number of the device the id is bound to. */
  readonly device: number
  readonly next: number
}

/** As Y.encodeStateVector would of a document holding everything in the table. */
export function encodeVector(authors: ReadonlyMap<number, Author>): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, authors.size)
  for (const [client, { next }] of authors) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, next)
  }
  return encoding.toUint8Array(encoder)
}
