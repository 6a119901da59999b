/** What the pages about this device ask of a listed document: its name and what it is called. */
import { subjectOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'

export interface ListedDocument {
  readonly name: string
  readonly summary: { readonly title: string }
}

/** What a document is about, of those listed: a talk's brief or task. */
export const subjectAmong = (documents: readonly ListedDocument[], name: DocName): DocName =>
  subjectOf(name, (one) => documents.some(({ name: is }) => is === one))

export function listedOf(
  documents: readonly ListedDocument[],
  name: DocName,
): ListedDocument | undefined {
  const subject = subjectAmong(documents, name)
  return documents.find((one) => one.name === subject)
}
