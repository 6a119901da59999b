/**
 * Whether this build may bind its editor to a document's notes. y-prosemirror deletes, for everyone, each element, attribute
 * and mark its schema does not know, merely by being opened; so the version is asked first, and then the text itself is
 * walked, because a version number can lose against another one set at the same time.
 */
import type { Schema } from 'prosemirror-model'
import * as Y from 'yjs'
import { notesRoot } from '#shared/documents/roots.ts'
import { TEXT_SCHEMA } from '#shared/documents/schema.ts'
import { readTextSchema } from '#shared/documents/readers/read-text-schema.ts'

export function canEditNotes(doc: Y.Doc, schema: Schema, version: number = TEXT_SCHEMA): boolean {
  if (readTextSchema(doc) > version) return false
  const blocks = notesRoot(doc).toArray()
  return blocks.every((block) => block instanceof Y.XmlElement && isKnown(block, schema))
}

function isKnown(element: Y.XmlElement, schema: Schema): boolean {
  const type = schema.nodes[element.nodeName]
  if (type === undefined || type.isText || element.nodeName === schema.topNodeType.name)
    return false
  if (!Object.keys(element.getAttributes()).every((name) => name in (type.spec.attrs ?? {})))
    return false
  return element.toArray().every((child) => {
    if (child instanceof Y.XmlElement)
      return mayHold(element.nodeName, child.nodeName, schema) && isKnown(child, schema)
    return child instanceof Y.XmlText && type.inlineContent && isKnownText(child, schema)
  })
}

function mayHold(parent: string, child: string, schema: Schema): boolean {
  const [outer, inner] = [schema.nodes[parent], schema.nodes[child]]
  return outer !== undefined && inner !== undefined && outer.contentMatch.matchType(inner) !== null
}

/** A mark's name may carry a hash behind `--` where several of one kind overlap. */
function isKnownText(text: Y.XmlText, schema: Schema): boolean {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta()
  return delta.every(
    ({ insert, attributes }) =>
      typeof insert === 'string' &&
      Object.keys(attributes ?? {}).every(
        (name) => schema.marks[name.replace(/--[a-zA-Z0-9+/=]{8}$/, '')] !== undefined,
      ),
  )
}
