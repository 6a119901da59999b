/**
 * The kinds of documents there are. The kind stands in a document's name, `<kind>-<id>`, because the relay decides
 * audiences by it and cannot read documents. Documents beside each other share the id: their topic.
 */
import type { DocName, WorkspaceId } from './ids.ts'

export const documentKinds = ['brief', 'talk', 'workspace', 'person'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** The talk about a document: beside it, under the same id. */
export const talkBeside = (name: DocName): DocName => `talk-${topicOf(name)}` as DocName

/** The brief that a document stands beside; a brief's own name for a brief. */
export const briefBeside = (name: DocName): DocName => `brief-${topicOf(name)}` as DocName

/** The id part of a document's name, which the documents beside it share. */
const topicOf = (name: DocName): string => name.slice(name.lastIndexOf('-') + 1)

/** Null for a kind this version does not know. */
export function kindOf(name: DocName): DocumentKind | null {
  const text = name.slice(0, name.lastIndexOf('-'))
  return documentKinds.find((kind) => kind === text) ?? null
}

/** The one document with a workspace's settings. */
export const workspaceDocument = (workspace: WorkspaceId): DocName =>
  `workspace-${workspace}` as DocName

/** The one document in which a member says when and how they work. */
export const personDocument = (member: string): DocName => `person-${member}` as DocName
