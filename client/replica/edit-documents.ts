/**
 * Many documents changed by one act of a person: all of it is on the device and in the outbox, or nothing is. Each is written
 * on a Y.Doc made of what is stored, so none is opened; one that is open takes it up from the store. Left out: what is
 * written (shared/documents/commands), which of them may be (the caller knows the rights).
 */
import * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { saidBy, writeNote, type Said } from './notes.ts'
import type { DocumentEdit, Edited, IndexRow, Store } from './store.ts'

export interface DocumentChange {
  readonly name: DocName
  /** Commands; what changes nothing writes nothing. */
  write(doc: Y.Doc): void
}

/** Documents of which this device has no more than a card are left as they are. Answers those that were changed. */
export type EditDocuments = (
  changes: readonly DocumentChange[],
) => Promise<Result<readonly DocName[], { readonly code: 'not-stored' }>>

/** What `read` makes of each that is here, as it stands on this device; nothing is opened. */
export type ReadDocuments = <T>(
  names: readonly DocName[],
  read: (doc: Y.Doc, name: DocName) => T,
) => Promise<ReadonlyMap<DocName, T>>

export interface EditParts {
  readonly store: Pick<Store, 'load' | 'editMany'>
  now(): number
  /** What reads a document is here. */
  ready(): Promise<void>
  isHere(name: DocName): boolean
  /** Puts down what open documents have gathered. */
  flush(): Promise<unknown>
  summarise(name: DocName, doc: Y.Doc, at: number): IndexRow
  stored(edits: readonly Edited[], index: readonly IndexRow[]): void
}

export async function editDocuments(
  parts: EditParts,
  changes: readonly DocumentChange[],
): ReturnType<EditDocuments> {
  const edits: DocumentEdit[] = []
  await eachStored(
    parts,
    changes.map(({ name }) => name),
    (doc, name, place) => {
      const edit = editOf(parts, doc, name, changes[place])
      if (edit !== null) edits.push(edit)
    },
  )
  if (edits.length === 0) return ok([])
  try {
    const written = await parts.store.editMany(edits)
    parts.stored(
      written,
      edits.flatMap(({ index }) => index ?? []),
    )
    return ok(edits.map(({ doc }) => doc))
  } catch (fault) {
    console.error('changes of many documents could not be written to this device', fault)
    return refuse({ code: 'not-stored' })
  }
}

export async function readDocuments<T>(
  parts: EditParts,
  names: readonly DocName[],
  read: (doc: Y.Doc, name: DocName) => T,
): Promise<ReadonlyMap<DocName, T>> {
  const found = new Map<DocName, T>()
  await eachStored(parts, names, (doc, name) => void found.set(name, read(doc, name)))
  return found
}

async function eachStored(
  { ready, flush, isHere, store }: EditParts,
  names: readonly DocName[],
  take: (doc: Y.Doc, name: DocName, place: number) => void,
): Promise<void> {
  await ready()
  // What is typed this moment is part of what stands here.
  await flush()
  for (const [place, name] of names.entries()) {
    if (!isHere(name)) continue
    const { updates } = await store.load(name)
    const doc = new Y.Doc({ guid: name })
    try {
      if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...updates]))
      take(doc, name, place)
    } finally {
      doc.destroy()
    }
  }
}

function editOf(
  { now, summarise }: EditParts,
  doc: Y.Doc,
  name: DocName,
  change: DocumentChange | undefined,
): DocumentEdit | null {
  const before = Y.encodeStateVector(doc)
  const said: Said[] = []
  doc.on('update', (_bytes, _origin, _doc, transaction) => void said.push(saidBy(transaction)))
  change?.write(doc)
  if (said.length === 0) return null
  const at = now()
  const bytes = Y.encodeStateAsUpdate(doc, before)
  return { doc: name, bytes, note: writeNote(said, at), at, index: summarise(name, doc, at) }
}
