/**
 * The workspace file: its shape, as docs/decisions.md, 16 fixes it. Documents are read one by one (read-file.ts), so that
 * a damaged one can be named. Left out: making and reading.
 */
import * as z from 'zod/mini'
import type { DocumentKind } from '#shared/lib/document-kinds.ts'
import { fileIdPattern, type DocName, type FileId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'

export const fileFormat = 'asterism-workspace'
export const fileVersion = 1

const id = z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{26}$/))
const fileId = z.pipe(
  z.string().check(z.regex(fileIdPattern)),
  z.transform((text) => text as FileId),
)
const name = z.string().check(z.maxLength(limits.nameCharacters))

export const personSchema = z.object({ member: id, name })

export const headSchema = z.object({
  format: z.literal(fileFormat),
  version: z.literal(fileVersion),
  exportedAt: z.iso.datetime(),
  by: personSchema,
  workspace: z.object({ id, name, relay: z.string().check(z.maxLength(300)) }),
  people: z.array(personSchema),
  missing: z.array(z.object({ name: z.string(), title: z.string() })),
  /** Files that documents refer to and that could not be fetched. */
  missingFiles: z.optional(z.array(fileId)),
  documents: z.array(z.unknown()).check(z.maxLength(limits.workspaceFileDocuments)),
})

/** What tells a file of ours, of whatever version. */
export const markSchema = z.object({ format: z.literal(fileFormat), version: z.int() })

/** clientID, name, member or null. */
const authorSchema = z.tuple([
  z.int().check(z.minimum(0), z.maximum(2 ** 32 - 1)),
  name,
  z.nullable(id),
])

export const documentSchema = z.object({
  name: z.pipe(
    z.string().check(z.regex(/^[a-z]{2,16}-[0-9a-hjkmnp-tv-z]{26}$/)),
    z.transform((text) => text as DocName),
  ),
  // A third more than its bytes.
  update: z.string().check(z.maxLength(2 * limits.documentBytes), z.regex(/^[A-Za-z0-9_-]+$/)),
  authors: z.optional(z.array(authorSchema)),
  /** What it refers to, in briefs. */
  files: z.optional(z.array(fileId)),
})

export type Author = z.infer<typeof authorSchema>
export type FilePerson = z.infer<typeof personSchema>
export type Missing = z.infer<typeof headSchema>['missing'][number]
export type FileHead = Omit<z.infer<typeof headSchema>, 'documents'>

/** A document of a file that was found whole. */
export interface FileDocument {
  readonly name: DocName
  readonly kind: DocumentKind
  readonly update: Uint8Array
  /** None but in talks. */
  readonly authors: readonly Author[]
  /** Files it refers to; their bytes may stand beside in a ZIP. */
  readonly files: readonly FileId[]
}

export interface WorkspaceFile extends FileHead {
  readonly documents: readonly FileDocument[]
}
