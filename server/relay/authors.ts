/** The table of authors in memory: who may continue a clientID and at which clock. It is also the relay's state vector. */
import * as encoding from 'lib0/encoding'

/**
 * Of an author in a document that was restored from a backup. awaited: stands as the backup had it, its device may not
 * have come back. brought: the backup did not know it, somebody brought it, whose it is shows when its device opens it.
 * returned: its own device has written again.
 */
export type Restored = 'awaited' | 'brought' | 'returned'

export interface Author {
  /** The relay's number of the device the id is bound to. */
  readonly device: number
  readonly next: number
  readonly restored?: Restored
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
