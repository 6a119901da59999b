/** Short ways to write rows and batches in tests of the Log. */
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import { docNameSchema, workspaceIdSchema } from '#shared/protocol/names.ts'
import type { AppendRow, Batch } from '#server/log/log.ts'

export const docNamed = (letter: string): DocName =>
  docNameSchema.parse(`brief-${letter.repeat(26)}`)
export const workspaceNamed = (letter: string): WorkspaceId =>
  workspaceIdSchema.parse(letter.repeat(26))

export const brief = docNamed('b')
export const otherBrief = docNamed('c')
export const workspace = workspaceNamed('w')
export const otherWorkspace = workspaceNamed('x')

export const bytesOf = (text: string): Uint8Array => new Uint8Array(new TextEncoder().encode(text))

export function rowOf(doc: DocName, seq: number, over: Partial<AppendRow> = {}): AppendRow {
  return {
    doc,
    seq,
    device: 1,
    n: null,
    at: 1_000 + seq,
    note: bytesOf(`note ${seq}`),
    bytes: bytesOf(`row ${seq}`),
    recoveredBy: null,
    ...over,
  }
}

export const rowsOf = (doc: DocName, from: number, to: number): AppendRow[] =>
  Array.from({ length: to - from + 1 }, (_, index) => rowOf(doc, from + index))

export const batchOf = (rows: readonly AppendRow[], over: Partial<Batch> = {}): Batch => ({
  workspace,
  rows,
  authors: [],
  ...over,
})
