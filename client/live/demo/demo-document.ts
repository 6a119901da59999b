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
  /** Two people's work at that time, neither of whom knew of the other's; of one field the one further down the cast wins. */
  apart(at: number, one: DemoSitting, other: DemoSitting): void
  keep(store: Store): Promise<void>
}

export interface DemoSitting {
  readonly by: CastMember
  write(doc: Y.Doc): void
}

export function createDemoDocument(name: DocName, cast: readonly CastMember[]): DemoDocument {
  const doc = new Y.Doc({ guid: name })
  const rows: Row[] = []
  const sit = (on: Y.Doc, { by, write }: DemoSitting, at: number): Uint8Array | null => {
    const before = Y.encodeStateVector(on)
    const said: Said[] = []
    const hear = (_bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, made: Y.Transaction): void =>
      void said.push(saidBy(made))
    on.clientID = by.client
    on.on('update', hear)
    write(on)
    on.off('update', hear)
    if (said.length === 0) return null
    const bytes = Y.encodeStateAsUpdate(on, before)
    rows.push({ seq: rows.length + 1, device: by.device, at, note: writeNote(said, at), bytes })
    return bytes
  }
  return {
    name,
    doc,
    get changedAt() {
      return rows.at(-1)?.at ?? 0
    },
    sit: (by, at, write) => void sit(doc, { by, write }, at),
    apart(at, one, other) {
      const beside = new Y.Doc({ guid: name })
      Y.applyUpdate(beside, Y.encodeStateAsUpdate(doc))
      sit(doc, one, at)
      const theirs = sit(beside, other, at + 60_000)
      if (theirs !== null) Y.applyUpdate(doc, theirs)
      beside.destroy()
    },
    async keep(store) {
      const authors = cast.map(({ client, device }) => [client, device] as const)
      await store.remote(name, rows, { epoch: 'demo', canWrite: true, authors })
    },
  }
}
