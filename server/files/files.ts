/**
 * Files: bytes under the SHA-256 of themselves, and the documents they are attached to. What was acknowledged is on disk
 * whole; bytes that nothing is attached to are never served. Implementations: a folder beside SQLite (default), one
 * contract suite for all (test/server/files/files-contract.ts). Left out: who may (http/files.ts asks the Directory).
 */
import type { DocName, FileId, WorkspaceId } from '#shared/lib/ids.ts'
import type { Result } from '#shared/lib/result.ts'

/** `cut-off`: the bytes ended before they were whole. */
export type FileRefusal = 'too-large' | 'file-differs' | 'cut-off'

/** Where a file is attached, by the relay's number of the device that did it. */
export interface Attachment {
  readonly workspace: WorkspaceId
  readonly doc: DocName
  readonly device: number
  readonly at: number
}

export interface OpenFile {
  readonly size: number
  /** Bytes `from` to `to`, both counted in. The file closes with its end. */
  read(from: number, to: number): ReadableStream<Uint8Array>
  close(): Promise<void>
}

export interface Files {
  /** Takes the bytes; once it resolves they are on disk under their id. Rejects when they cannot be stored. */
  store(id: FileId, bytes: AsyncIterable<Uint8Array>): Promise<Result<void, FileRefusal>>
  /** Attaches what was stored; false when the bytes are not here. On disk when it resolves; twice is once. */
  attach(id: FileId, to: Attachment): Promise<boolean>
  /** The documents of the workspace the file is attached to: who may read one of them may read it. */
  attachedTo(workspace: WorkspaceId, id: FileId): Promise<readonly DocName[]>
  /** Null when its bytes are not here, or are not those that came. Ask `attachedTo` first. */
  open(id: FileId): Promise<OpenFile | null>
  /** Whether bytes could be stored now. */
  canStore(): Promise<boolean>
  /** Files that came whole and whose bytes are not here any more, as after a restore without its folder. */
  missing(): Promise<readonly FileId[]>
}
