/** A relay's table of authors and rows in memory, for judging updates without sockets: what is let in is kept in order. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { judgeUpdate } from '#server/relay/check.ts'
import type { Author } from '#server/relay/authors.ts'
import { addDepths, type Depths } from '#server/relay/type-depths.ts'
import { encodeVector } from '#server/relay/authors.ts'
import type { PushRefusal } from '#shared/protocol/refusals.ts'

export interface Table {
  readonly authors: Map<number, Author>
  readonly depths: Depths
  readonly rows: Uint8Array[]
  take(
    bytes: Uint8Array,
    device: number,
    recovering?: boolean,
  ): 'stored' | 'nothing-new' | PushRefusal
  vector(): Uint8Array
}

export function createTable(reserved: ReadonlyMap<number, number> = new Map()): Table {
  const authors = new Map<number, Author>()
  const depths = new Map<number, number[]>()
  const rows: Uint8Array[] = []
  return {
    authors,
    depths,
    rows,
    take(bytes, device, recovering = false) {
      const judged = judgeUpdate(bytes, authors, device, {
        depths,
        recovering,
        reservedFor: (client) => reserved.get(client) ?? null,
      })
      if (!judged.ok) return judged.refusal
      for (const { client, ...author } of judged.value.authors) authors.set(client, author)
      addDepths(depths, judged.value.depths)
      if (judged.value.stored === null) return 'nothing-new'
      rows.push(judged.value.stored)
      return 'stored'
    },
    vector: () => encodeVector(authors),
  }
}

/** Rows as readStored (stored-updates.ts) reads them from a Log. */
export function stored(rows: readonly Uint8Array[]): Uint8Array {
  const out = encoding.createEncoder()
  for (const row of rows) encoding.writeVarUint8Array(out, row)
  return encoding.toUint8Array(out)
}

/** A reader's document from rows; `clientID` is fixed so that runs repeat. */
export function readerOf(rows: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 4_000_000_000
  for (const row of rows) Y.applyUpdate(doc, row)
  return doc
}

export const isWhole = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs === null && doc.store.pendingDs === null
