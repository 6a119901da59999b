/**
 * The whole workspace as one file (docs/decisions.md, 16), written document by document into pieces that the browser may
 * keep outside the page's memory. Left out: which documents there are and where they come from (replica).
 */
import type { WholeDocuments } from '#client/replica/whole-documents.ts'
import {
  fileFormat,
  fileVersion,
  type FileHead,
  type FilePerson,
  type Missing,
} from '#shared/documents/workspace-file/format.ts'
import { fileEntry } from '#shared/documents/workspace-file/write-entry.ts'
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { zippedFile, zippedWorkspace } from './open-workspace-file.ts'

export interface WrittenFile {
  readonly blob: Blob
  readonly written: number
  readonly missing: readonly Missing[]
  /** Attached files in it; with any it is a ZIP. */
  readonly files: number
  readonly missingFiles: readonly FileId[]
}

export interface WritingParts {
  readonly head: Pick<FileHead, 'exportedAt' | 'by' | 'workspace'>
  readonly people: readonly FilePerson[]
  /** Empty where it has none. */
  titleOf(name: DocName): string
  /** Bytes of a file a document refers to; null where they cannot be had now. */
  bytesOf(id: FileId, doc: DocName): Promise<Blob | null>
  progressed(done: number): void
  pause(): Promise<void>
}

const pieceCharacters = 1_000_000

export async function writeWorkspaceFile(
  whole: WholeDocuments,
  { head, people, titleOf, bytesOf, progressed, pause }: WritingParts,
): Promise<WrittenFile> {
  const pieces = createPieces()
  const missing: Missing[] = []
  const wanted = new Map<FileId, DocName>()
  let [done, written] = [0, 0]
  const opening = { format: fileFormat, version: fileVersion, ...head, people }
  pieces.put(`${JSON.stringify(opening, null, 1).slice(0, -2)},\n "documents": [`)
  for await (const { name, updates, authorOf } of whole.documents()) {
    const entry = fileEntry(name, updates, authorOf)
    if (entry === null) missing.push({ name, title: titleOf(name) })
    else {
      pieces.put(`${written === 0 ? '\n' : ',\n'}${JSON.stringify(entry)}`)
      written += 1
      for (const id of entry.files ?? []) wanted.set(id, name)
    }
    progressed((done += 1))
    await pause()
  }
  const end = `\n ],\n "missing": ${JSON.stringify(missing)}`
  if (wanted.size === 0) {
    pieces.put(`${end}\n}\n`)
    return { blob: pieces.whole(), written, missing, files: 0, missingFiles: [] }
  }
  const { createZip } = await import('./write-zip.ts')
  const zip = createZip()
  const missingFiles: FileId[] = []
  for (const [id, doc] of wanted) {
    const bytes = await bytesOf(id, doc)
    if (bytes === null) missingFiles.push(id)
    else await zip.add(zippedFile(id), bytes)
  }
  pieces.put(`${end},\n "missingFiles": ${JSON.stringify(missingFiles)}\n}\n`)
  await zip.add(zippedWorkspace, pieces.whole())
  return {
    blob: zip.whole(),
    written,
    missing,
    files: wanted.size - missingFiles.length,
    missingFiles,
  }
}

function createPieces() {
  const pieces: Blob[] = []
  let texts: string[] = []
  let length = 0
  const close = (): void => {
    pieces.push(new Blob(texts))
    texts = []
    length = 0
  }
  return {
    put(text: string): void {
      texts.push(text)
      length += text.length
      if (length >= pieceCharacters) close()
    },
    whole(): Blob {
      close()
      return new Blob(pieces, { type: 'application/json' })
    },
  }
}
