/**
 * The kinds of documents there are. The kind stands in a document's name, `<kind>-<id>`, because the relay decides
 * audiences by it and cannot read documents. Documents beside each other share the id: their topic.
 */
import type { DocName } from './ids.ts'

export const documentKinds = ['brief'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Null for a kind this version does not know. */
export function kindOf(name: DocName): DocumentKind | null {
  const text = name.slice(0, name.lastIndexOf('-'))
  return documentKinds.find((kind) => kind === text) ?? null
}
