/**
 * The door for workspace files: any text becomes a file whose every document can be written here, or one refusal that says
 * what is wrong. Nothing of it is trusted: names, sizes, updates and who is said to have written.
 */
import * as buffer from 'lib0/buffer'
import * as Y from 'yjs'
import * as z from 'zod/mini'
import { kindOf } from '#shared/lib/document-kinds.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { contentOf } from '#shared/documents/content.ts'
import { summarise } from '#shared/documents/readers/summarise.ts'
import { limits } from '#shared/protocol/limits.ts'
import {
  documentSchema,
  fileVersion,
  headSchema,
  markSchema,
  type FileDocument,
  type WorkspaceFile,
} from './format.ts'
import { isWritable } from './is-writable.ts'

export type FileRefusal =
  | { readonly code: 'not-ours' }
  | { readonly code: 'newer' }
  | { readonly code: 'too-large' }
  | { readonly code: 'too-many-documents' }
  /** `at` from 1; 0: what stands before the documents. */
  | { readonly code: 'damaged'; readonly at: number }

/** `pause` is awaited between documents, so that a page stays free. */
export async function readWorkspaceFile(
  text: string,
  pause: () => Promise<void>,
): Promise<Result<WorkspaceFile, FileRefusal>> {
  const value = parse(text)
  const mark = z.safeParse(markSchema, value)
  if (!mark.success) return refuse({ code: 'not-ours' })
  if (mark.data.version > fileVersion) return refuse({ code: 'newer' })
  if (countOf(value) > limits.workspaceFileDocuments) return refuse({ code: 'too-many-documents' })
  const head = z.safeParse(headSchema, value)
  if (!head.success) return refuse({ code: 'damaged', at: 0 })
  const documents: FileDocument[] = []
  const names = new Set<string>()
  for (const [place, each] of head.data.documents.entries()) {
    const read = readDocument(each)
    if (read === null || names.has(read.name)) return refuse({ code: 'damaged', at: place + 1 })
    names.add(read.name)
    documents.push(read)
    await pause()
  }
  return ok({ ...head.data, documents })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Before a schema looks at each. */
const countOf = (value: unknown): number =>
  typeof value === 'object' &&
  value !== null &&
  'documents' in value &&
  Array.isArray(value.documents)
    ? value.documents.length
    : 0

function readDocument(value: unknown): FileDocument | null {
  const parsed = z.safeParse(documentSchema, value)
  if (!parsed.success) return null
  const { name, authors, files } = parsed.data
  const kind = kindOf(name)
  if (kind === null) return null
  const doc = new Y.Doc({ guid: name })
  try {
    const bytes = buffer.fromBase64UrlEncoded(parsed.data.update)
    if (bytes.byteLength > limits.documentBytes || !isWritable(bytes)) return null
    Y.applyUpdate(doc, bytes)
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return null
    // Readers are total; what throws is nested deeper than anything here can follow.
    contentOf(doc)
    summarise(name, doc)
    // Written anew, so that no byte of the file's own making travels.
    const update = Y.encodeStateAsUpdate(doc)
    return { name, kind, update, authors: authors ?? [], files: files ?? [] }
  } catch {
    return null
  } finally {
    doc.destroy()
  }
}
