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
  const map = doc.getMap<number>('fields')
  let made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  let n = 0
  return {
    client,
    take(count) {
      made = []
      for (let i = 0; i < count; i++, n++) map.set(`field${n % 40}`, n)
      return made
    },
  }
}

/** A document of about `bytes` bytes as `parts` updates: the stored documents of cold sync and memory. */
export function storedDocument(client: number, bytes: number, parts: number): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = client
  const map = doc.getMap<string>('fields')
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const edits = Math.ceil(bytes / 38 / parts)
  for (let part = 0; part < parts; part++) {
    doc.transact(() => {
      for (let i = 0; i < edits; i++) map.set(`row${part}-${i}/name`, `value ${part} ${i} of row`)
    })
  }
  return updates
}
