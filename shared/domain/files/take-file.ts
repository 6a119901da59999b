/** Whether a file may stand in a place, and what is said when it may not. Pure: bytes are told by their beginning and size. */
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { fileTypeOf, type FileKind, type FileType } from './file-types.ts'

export type TakeRefusal =
  | 'empty'
  | 'too-large'
  /** The beginning is that of nothing in the table, or of a program. */
  | 'unknown-kind'
  /** The place takes pictures alone, and this is none. */
  | 'not-a-picture'
  /** The place takes other kinds. */
  | 'other-kind'

/** What a place takes: all kinds that people attach, or only these. */
export type Takes = 'all' | readonly FileKind[]

export function takeFile(
  { size, head }: { readonly size: number; readonly head: Uint8Array },
  takes: Takes,
): Result<FileType, TakeRefusal> {
  if (size === 0) return refuse('empty')
  if (size > limits.fileBytes) return refuse('too-large')
  const type = fileTypeOf(head)
  const isPictures = takes !== 'all' && takes.length === 1 && takes[0] === 'picture'
  if (type === null) return refuse(isPictures ? 'not-a-picture' : 'unknown-kind')
  const isTaken = takes === 'all' ? type.kind !== 'snapshot' : takes.includes(type.kind)
  if (isTaken) return ok(type)
  return refuse(isPictures ? 'not-a-picture' : 'other-kind')
}
