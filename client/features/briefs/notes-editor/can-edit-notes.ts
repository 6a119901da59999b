/**
 * Whether this build may bind its editor to a document's notes. y-prosemirror deletes, for everyone, each element, attribute
 * and mark its schema does not know, merely by being opened; so the version is asked first, and then the text itself is
 * walked, because a version number can lose against another one set at the same time.
 */
import type { Schema } from 'prosemirror-model'
import type * as Y from 'yjs'
import { TEXT_SCHEMA } from '#shared/documents/schema.ts'
import {
  readNotes,
  type NotesElement,
  type NotesRun,
} from '#shared/documents/readers/read-notes.ts'
import { readTextSchema } from '#shared/documents/readers/read-text-schema.ts'

export function canEditNotes(doc: Y.Doc, schema: Schema, version: number = TEXT_SCHEMA): boolean {
  if (readTextSchema(doc) > version) return false
  return readNotes(doc).every(
    (part) =>
      part.kind === 'element' &&
      mayHold(schema.topNodeType.name, part.name, schema) &&
      isKnown(part, schema),
  )
}

function isKnown({ name, attributes, children }: NotesElement, schema: Schema): boolean {
  const type = schema.nodes[name]
  if (type === undefined) return false
  if (![...attributes.keys()].every((attribute) => attribute in (type.spec.attrs ?? {})))
    return false
  return children.every((child) => {
    if (child.kind === 'element') return mayHold(name, child.name, schema) && isKnown(child, schema)
    return (
      child.kind === 'text' &&
      type.inlineContent &&
      child.runs.every((run) => isKnownRun(run, schema))
    )
  })
}

function mayHold(parent: string, child: string, schema: Schema): boolean {
  const [outer, inner] = [schema.nodes[parent], schema.nodes[child]]
  if (outer === undefined || inner === undefined || inner.isText) return false
  return outer.contentMatch.matchType(inner) !== null
}

function isKnownRun({ text, marks }: NotesRun, schema: Schema): boolean {
  return text !== null && [...marks].every(([name, value]) => isKnownMark(name, value, schema))
}

/**
 * A mark of which several may overlap carries a hash behind `--`. A value of another shape, or with more in it than this
 * build's mark has, would be written down again without that.
 */
function isKnownMark(name: string, value: unknown, schema: Schema): boolean {
  const [plain = '', hash] = name.split(/--(?=[a-zA-Z0-9+/=]{8}$)/)
  const mark = schema.marks[plain]
  if (mark === undefined || (hash !== undefined && mark.excludes(mark))) return false
  if (typeof value !== 'object' || value === null) return false
  return Object.keys(value).every((key) => key in (mark.spec.attrs ?? {}))
}
