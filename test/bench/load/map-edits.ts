/**
 * Small map edits of about 30 bytes, made with Yjs before they are sent: one key of forty set to a short value.
 * Each raises the author's clock by exactly one.
 */
import * as Y from 'yjs'

export interface MapEdits {
  readonly client: number
  /** The next `count` updates of this author. */
  take(count: number): Uint8Array[]
}

export function createMapEdits(client: number): MapEdits {
  const doc = new Y.Doc({ gc: true })
  doc.clientID = client
  const map = doc.getMap<string>('fields')
  let made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  let n = 0
  return {
    client,
    take(count) {
      made = []
      for (let i = 0; i < count; i++, n++) map.set(`field${n % 40}`, String(n).padStart(9, '0'))
      return made
    },
  }
}
