/** One document as the file holds it, from its stored updates. Left out: the file around it (client/features/device). */
import * as buffer from 'lib0/buffer'
import * as Y from 'yjs'
import { broughtBy } from '#shared/domain/talk/brought.ts'
import { kindOf } from '#shared/lib/document-kinds.ts'
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { broughtWriters } from '#shared/documents/readers/brought-writers.ts'
import { readFiles } from '#shared/documents/readers/read-keyed.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { documentContent } from './document-content.ts'
import type { Author } from './format.ts'

/** Who wrote under a clientID; the name empty, the member null where nobody is known. */
export type AuthorOf = (client: number) => { readonly name: string; readonly member: string | null }

export interface FileEntry {
  readonly name: DocName
  readonly kind: string | null
  readonly update: string
  readonly authors?: readonly Author[]
  readonly files?: readonly FileId[]
  readonly content: unknown
}

/** Null where nothing was ever written. */
export function fileEntry(
  name: DocName,
  updates: readonly Uint8Array[],
  authorOf: AuthorOf,
): FileEntry | null {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    if (doc.store.clients.size === 0) return null
    const kind = kindOf(name)
    const writers = writersIn(doc, authorOf)
    const update = buffer.toBase64UrlEncoded(Y.encodeStateAsUpdate(doc))
    const content = documentContent(name, doc, writers)
    const files = Object.keys(readFiles(rootMap(doc, 'files'))) as FileId[]
    if (kind !== 'talk')
      return { name, kind, update, ...(files.length > 0 ? { files } : {}), content }
    const clients = [...doc.store.clients.keys()].sort((a, b) => a - b)
    return { name, kind, update, authors: clients.map(writers.authorOf), content }
  } finally {
    doc.destroy()
  }
}

function writersIn(doc: Y.Doc, authorOf: AuthorOf) {
  const names = new Map<string, string>()
  const here = (client: number): string => {
    const { name, member } = authorOf(client)
    const writer = member ?? `client ${client}`
    names.set(writer, name)
    return writer
  }
  const writerOf = broughtWriters(doc, here)
  const nameOf = (writer: string): string => broughtBy(writer)?.name ?? names.get(writer) ?? ''
  return {
    writerOf,
    nameOf,
    authorOf(client: number): Author {
      const { name, member } = broughtBy(writerOf(client)) ?? authorOf(client)
      return [client, name, member]
    },
  }
}
