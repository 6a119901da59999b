/** Names a file the brief refers to: it is told in the same transaction as what refers to it. Left out: the bytes. */
import type * as Y from 'yjs'
import type { BriefFile } from '#shared/domain/briefs/brief.ts'
import { cleanLine } from '#shared/lib/clean-line.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { isFileId } from '#shared/documents/readers/plain-values.ts'
import { readFiles } from '#shared/documents/readers/read-keyed.ts'
import { rootMap } from '#shared/documents/roots.ts'

export type FileRefusal =
  | { readonly code: 'not-a-file' }
  | { readonly code: 'too-many-files'; readonly limit: number }

/** Answers what to call inside the transaction. A long name keeps its end, where its kind stands. */
export function nameFile(
  doc: Y.Doc,
  { id, name, type, size }: BriefFile,
): Result<() => void, FileRefusal> {
  if (!isFileId(id)) return refuse({ code: 'not-a-file' })
  const files = rootMap(doc, 'files')
  const isKnown = files.has(`${id}/name`)
  if (!isKnown && Object.keys(readFiles(files)).length >= limits.filesPerBrief)
    return refuse({ code: 'too-many-files', limit: limits.filesPerBrief })
  return ok(() => {
    if (isKnown) return
    files.set(`${id}/name`, cleanLine(name.slice(-limits.titleCharacters)))
    files.set(`${id}/type`, cleanLine(type.slice(0, limits.nameCharacters)))
    files.set(`${id}/size`, size)
  })
}
