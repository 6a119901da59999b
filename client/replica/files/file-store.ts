/**
 * What this device keeps of files: bytes, where each belongs, and small pictures made of them. A file is here before a
 * document refers to it. Two implementations, disk and memory. Left out: sending, fetching, and what may go.
 */
import type { DocName, FileId } from '#shared/lib/ids.ts'

export interface KeptFile {
  readonly id: FileId
  readonly size: number
  /** When it came, and when it was last looked at, ms. */
  readonly at: number
  readonly used: number
}

export const sendRefusals = ['no-access', 'too-large', 'damaged'] as const
/** Why the relay did not take a file; `damaged`: what is here is not what was put here. */
export type SendRefusal = (typeof sendRefusals)[number]

/** A file in a document. */
export interface FilePlace {
  readonly id: FileId
  readonly doc: DocName
  readonly at: number
  /** `waiting`: the relay does not have it here yet. `held`: it took it, or gave it, in `epoch`. */
  readonly state: 'waiting' | 'held' | 'refused'
  readonly epoch: string | null
  readonly reason: SendRefusal | null
}

export interface KeptThumb {
  readonly id: FileId
  /** Null: no picture could be made of it. */
  readonly picture: Blob | null
}

export interface FileStore {
  readonly kind: 'disk' | 'memory'
  files(): Promise<readonly KeptFile[]>
  places(): Promise<readonly FilePlace[]>
  bytes(id: FileId): Promise<Blob | null>
  /**
   * Bytes and the place they belong to, on the disk when it resolves. A place the relay holds stays held; with `bytes`
   * null only the place is noted.
   */
  put(
    place: FilePlace,
    kept: { readonly file: KeptFile; readonly bytes: Blob } | null,
  ): Promise<void>
  /** Of a place that is still there. */
  setPlace(place: FilePlace): Promise<void>
  used(id: FileId, at: number): Promise<void>
  /** Lets go of bytes, unless a place of them waits or was refused. Answers which went. */
  drop(ids: readonly FileId[]): Promise<readonly FileId[]>
  /** Places in these documents go, but those that wait or were refused; bytes that belong nowhere else go with them. */
  leave(docs: readonly DocName[]): Promise<void>
  /** A person takes a file out again before it was sent. */
  forget(id: FileId, doc: DocName): Promise<void>
  thumb(id: FileId): Promise<KeptThumb | null>
  putThumb(thumb: KeptThumb): Promise<void>
  close(): void
}

/** What only this device has must not go. */
export const isOwed = ({ state }: FilePlace): boolean => state !== 'held'
