/**
 * The notes as a plain tree, every element, attribute and mark as it stands, whether this version knows it or not. Total:
 * a part that is neither element nor text is `other`. Reading writes nothing.
 */
import * as Y from 'yjs'
import { notesRoot } from '#shared/documents/roots.ts'

export interface NotesElement {
  readonly kind: 'element'
  readonly name: string
  readonly attributes: ReadonlyMap<string, unknown>
  readonly children: readonly NotesPart[]
}
export interface NotesRun {
  /** null where something else than text is embedded. */
  readonly text: string | null
  readonly marks: ReadonlyMap<string, unknown>
}
export type NotesPart =
  | NotesElement
  | { readonly kind: 'text'; readonly runs: readonly NotesRun[] }
  | { readonly kind: 'other' }

export const readNotes = (doc: Y.Doc): NotesPart[] => notesRoot(doc).toArray().map(readPart)

function readPart(part: unknown): NotesPart {
  if (part instanceof Y.XmlText) return { kind: 'text', runs: readRuns(part) }
  if (!(part instanceof Y.XmlElement)) return { kind: 'other' }
  const attributes = new Map<string, unknown>(Object.entries(part.getAttributes()))
  return {
    kind: 'element',
    name: part.nodeName,
    attributes,
    children: part.toArray().map(readPart),
  }
}

function readRuns(text: Y.XmlText): NotesRun[] {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta()
  return delta.map(({ insert, attributes }) => ({
    text: typeof insert === 'string' ? insert : null,
    marks: new Map(Object.entries(attributes ?? {})),
  }))
}
