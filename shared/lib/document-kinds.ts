/**
 * The kinds of documents there are. The kind stands in a document's name, `<kind>-<id>`, because the relay decides
 * audiences by it and cannot read documents. Documents beside each other share the id: their topic.
 */
import type { DocName, Topic, WorkspaceId } from './ids.ts'

export const documentKinds = [
  'brief',
  'talk',
  'workspace',
  'person',
  'template',
  'task',
  'sop',
  'prices',
  'costs',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** The talk about a document: beside it, under the same id. */
export const talkBeside = (name: DocName): DocName => documentNamed('talk', topicOf(name))

/** The brief that a document stands beside; a brief's own name for a brief. */
export const briefBeside = (name: DocName): DocName => documentNamed('brief', topicOf(name))

/** What a talk is about: of the two documents that may stand beside it the one there is. Others are about themselves. */
export function subjectOf(name: DocName, isThere: (name: DocName) => boolean): DocName {
  const task = documentNamed('task', topicOf(name))
  return isThere(task) ? task : briefBeside(name)
}

/** Null for a kind this version does not know. */
export function kindOf(name: DocName): DocumentKind | null {
  const text = name.slice(0, name.lastIndexOf('-'))
  return documentKinds.find((kind) => kind === text) ?? null
}

/** What the document is about: the id in its name. */
export const topicOf = (name: DocName): Topic => name.slice(name.lastIndexOf('-') + 1) as Topic

export const documentNamed = (kind: DocumentKind, topic: string): DocName =>
  `${kind}-${topic}` as DocName

/** The one document with a workspace's settings. */
export const workspaceDocument = (workspace: WorkspaceId): DocName =>
  `workspace-${workspace}` as DocName

/** The one document with what a workspace reckons with. */
export const pricesDocument = (workspace: WorkspaceId): DocName => `prices-${workspace}` as DocName

/** What a brief is to cost: beside it, under the same id. */
export const costsBeside = (name: DocName): DocName => documentNamed('costs', topicOf(name))

/** The one document in which a member says when and how they work. */
export const personDocument = (member: string): DocName => `person-${member}` as DocName
