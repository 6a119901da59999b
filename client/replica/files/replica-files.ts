/** What screens may do with files of this workspace. Left out: how it is done (files.ts). */
import type { DocName, FileId } from '#shared/lib/ids.ts'
import type { Result } from '#shared/lib/result.ts'
import type { FetchRefusal } from './fetching.ts'
import type { SendRefusal } from './file-store.ts'

/** `device-full`: nothing was stored. `unreadable`: the system did not give its bytes. */
export type PutRefusal = 'device-full' | 'unreadable'

export interface PutFile {
  readonly id: FileId
  readonly size: number
}

/** Where a file of a document is, as far as this device knows. */
export type FileState =
  /** Its bytes are not here; nothing is known yet. */
  | { readonly kind: 'away' }
  /** Here and at the relay, or asked for nothing. */
  | { readonly kind: 'here' }
  /** Here, and going out when the relay can be reached. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  /** Here; the relay did not take it. */
  | { readonly kind: 'refused'; readonly reason: SendRefusal }

export interface FilesUsage {
  readonly files: number
  readonly bytes: number
  readonly room: number
  readonly waiting: number
}

export interface UnsentFile {
  readonly id: FileId
  readonly documents: readonly DocName[]
  readonly bytes: Blob
}

export type FileNews = 'reached' | 'rows'

export type ThumbRefusal = FetchRefusal | 'not-a-picture'

export interface ReplicaFiles {
  /** On this device for the document once it resolves; then a document may refer to it. Whether it may stand there is asked before. */
  put(doc: DocName, file: Blob): Promise<Result<PutFile, PutRefusal>>
  /** The same for bytes that came with their id; false when they are others, or there is no room. */
  putAs(id: FileId, doc: DocName, file: Blob): Promise<boolean>
  /** A file of one document in another, as when a brief is duplicated. */
  attach(id: FileId, doc: DocName): Promise<void>
  /** Takes it back: unsent bytes that belong nowhere else go. */
  forget(id: FileId, doc: DocName): Promise<void>
  /** Asks for a refused one again. */
  retry(id: FileId, doc: DocName): Promise<void>
  state(id: FileId, doc: DocName): FileState
  subscribe(listener: () => void): () => void
  /** A file that is not here may be at the relay by now: it is reached again, or something of the document came. */
  onNews(doc: DocName, listener: (news: FileNews) => void): () => void
  fetch(id: FileId, doc: DocName): Promise<Result<Blob, FetchRefusal>>
  /** A small picture of it. */
  thumb(id: FileId, doc: DocName): Promise<Result<Blob, ThumbRefusal>>
  usage(): Promise<FilesUsage>
  /** Bytes only this device has, for a file of everything. */
  unsent(): Promise<readonly UnsentFile[]>
}
