/** One document of the demo as rows of its people, each under a clientID of theirs, as they would have come from a server. */
import * as Y from 'yjs'
import { saidBy, writeNote, type Said } from '#client/replica/notes.ts'
import type { Store } from '#client/replica/store.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Row } from '#shared/protocol/frames.ts'
import type { CastMember } from './demo-cast.ts'

export interface DemoDocument {
  readonly name: DocName
  readonly changedAt: number
  readonly doc: Y.Doc
  /** Somebody's work at one time; `at` in ms, later than the one before. */
  sit(by: CastMember, at: number, write: (doc: Y.Doc) => void): void
  keep(store: Store): Promise<void>
}

export function createDemoDocument(name: DocName, cast: readonly CastMember[]): DemoDocument {
  const doc = new Y.Doc({ guid: name })
  const rows: Row[] = []
  return {
    name,
    doc,
    get changedAt() {
      return rows.at(-1)?.at ?? 0
    },
    sit(by, at, write) {
      const before = Y.encodeStateVector(doc)
      const said: Said[] = []
      const hear = (_bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, made: Y.Transaction): void =>
        void said.push(saidBy(made))
      doc.clientID = by.client
      doc.on('update', hear)
      write(doc)
      doc.off('update', hear)
      if (said.length === 0) return
      const bytes = Y.encodeStateAsUpdate(doc, before)
      rows.push({ seq: rows.length + 1, device: by.device, at, note: writeNote(said, at), bytes })
    },
    async keep(store) {
      const authors = cast.map(({ client, device }) => [client, device] as const)
      await store.remote(name, rows, { epoch: 'demo', canWrite: true, authors })
    },
  }
}
