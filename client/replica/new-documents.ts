/**
 * Many documents made by one act of a person: all of them are on the device, in the outbox and in the list, or none is.
 * Nobody looks at them yet, so none is opened. Left out: what is written into them (shared/documents/commands).
 */
import * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { saidBy, writeNote, type Said } from './notes.ts'
import type { DocumentEdit, Edited, IndexRow, Store } from './store.ts'

export interface NewDocument {
  readonly name: DocName
  /** Updates it begins with, each resting on those before it, by the command `broughtBy`. */
  readonly brought?: readonly Uint8Array[]
  readonly broughtBy?: string
  /** The commands that make it what it is. */
  write(doc: Y.Doc): void
}

export interface NewDocumentsParts {
  readonly store: Store
  now(): number
  /** What reads a document is here. */
  ready(): Promise<void>
  has(name: DocName): boolean
  summarise(name: DocName, doc: Y.Doc, at: number): IndexRow
  stored(edits: readonly Edited[], index: readonly IndexRow[]): void
}

/** How many were made; those with a name that is here already are left as they are. */
export type MakeDocuments = (
  made: Iterable<NewDocument>,
) => Promise<Result<number, { readonly code: 'not-stored' }>>

export async function makeDocuments(
  parts: NewDocumentsParts,
  made: Iterable<NewDocument>,
): ReturnType<MakeDocuments> {
  await parts.ready()
  const at = parts.now()
  const rows: IndexRow[] = []
  let isMaking = false
  let count = 0
  function* edits(): Generator<DocumentEdit> {
    for (const each of made) {
      if (parts.has(each.name)) continue
      isMaking = true
      const begun = begin(each, at, parts.summarise)
      isMaking = false
      if (begun.length > 0) count += 1
      for (const edit of begun) {
        if (edit.index !== null) rows.push(edit.index)
        yield edit
      }
    }
  }
  try {
    const written = await parts.store.editMany(edits())
    parts.stored(written, rows)
    return ok(count)
  } catch (fault) {
    // Not the disk's: a command that cannot do what it says.
    if (isMaking) throw fault
    console.error('new documents could not be written to this device', fault)
    return refuse({ code: 'not-stored' })
  }
}

/** None where nothing was written into it. The list row goes with the last. */
function begin(
  { name, brought = [], broughtBy = 'edit', write }: NewDocument,
  at: number,
  summarise: NewDocumentsParts['summarise'],
): DocumentEdit[] {
  // A guid of Yjs' own is thirty calls for chance, most of what a small document costs.
  const doc = new Y.Doc({ guid: name })
  const said: Said[] = []
  try {
    for (const update of brought) Y.applyUpdate(doc, update)
    const before = Y.encodeStateVector(doc)
    doc.on('update', (_bytes, _origin, _doc, transaction) => void said.push(saidBy(transaction)))
    write(doc)
    const note = writeNote([{ command: broughtBy, fields: [] }], at)
    const parts = brought.map((bytes) => ({ bytes, note }))
    if (said.length > 0)
      parts.push({ bytes: Y.encodeStateAsUpdate(doc, before), note: writeNote(said, at) })
    return parts.map(({ bytes, note }, place) => {
      const index = place === parts.length - 1 ? summarise(name, doc, at) : null
      return { doc: name, bytes, note, at, index }
    })
  } finally {
    doc.destroy()
  }
}
