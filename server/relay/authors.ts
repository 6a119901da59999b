/**
 * The table of authors in memory: who may continue a clientID and at which clock. Those with work are also the relay's
 * state vector; the others are ids a device has opened the document under (binding.ts).
 */
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
  /** When the device opened the document under it, ms; gone with the first work (next above 0). */
  readonly boundAt?: number
}

/** As Y.encodeStateVector would of a document holding everything in the table. */
export function encodeVector(authors: ReadonlyMap<number, Author>): Uint8Array {
  const encoder = encoding.createEncoder()
  const written = [...authors].filter(([, { next }]) => next > 0)
  encoding.writeVarUint(encoder, written.length)
  for (const [client, { next }] of written) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, next)
  }
  return encoding.toUint8Array(encoder)
}

/** Who has written under which id, for whoever is given the document. */
export function writersOf(
  authors: ReadonlyMap<number, Author>,
): [client: number, device: number][] {
  const writers: [client: number, device: number][] = []
  for (const [client, { device, next }] of authors) if (next > 0) writers.push([client, device])
  return writers
}
