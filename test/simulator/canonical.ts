/** A brief's content as one text with sorted keys: the same on every device, whatever order its maps were filled in. */
import type * as Y from 'yjs'
import { notesRoot, rootMap } from '#shared/documents/roots.ts'
import { briefSchema, type BriefMap } from '#shared/documents/schema.ts'

export function canonical(doc: Y.Doc): string {
  const roots = Object.keys(briefSchema).filter((name): name is BriefMap => name !== 'text:notes')
  const maps = roots.map((name) => [name, rootMap(doc, name).toJSON()])
  return JSON.stringify([...maps, notesRoot(doc).toString()], sortedKeys)
}

const sortedKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value
