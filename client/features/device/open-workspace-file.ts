/** A chosen file as a workspace with its files: a JSON file, or a ZIP with `workspace.json` and `files/<id>`. */
import type { WorkspaceFile } from '#shared/documents/workspace-file/format.ts'
import { readWorkspaceFile, type FileRefusal } from '#shared/documents/workspace-file/read-file.ts'
import { fileIdPattern, type FileId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { isZip, readZip, type ZipEntry } from './read-zip.ts'
import { createSlices } from './slices.ts'

export type OpenRefusal =
  | FileRefusal
  | { readonly code: 'unreadable' | 'zip-too-large' | 'zip-damaged' }

export const zippedWorkspace = 'workspace.json'
export const zippedFile = (id: FileId): string => `files/${id}`

export interface OpenedWorkspace extends WorkspaceFile {
  /** Bytes of the files it brings, read when they are asked for. */
  readonly bytes: ReadonlyMap<FileId, () => Promise<Blob | null>>
}

export async function openWorkspaceFile(file: File): Promise<Result<OpenedWorkspace, OpenRefusal>> {
  try {
    if (!(await isZip(file))) return await openJson(file, new Map())
    if (file.size > limits.workspaceZipBytes) return refuse({ code: 'zip-too-large' })
    const entries = await readZip(file, 2 * limits.workspaceFileDocuments)
    const text = await entries
      ?.find(({ name }) => name === zippedWorkspace)
      ?.read(limits.workspaceFileBytes)
    if (entries === null || text === undefined) return refuse({ code: 'not-ours' })
    return text === null ? refuse({ code: 'zip-damaged' }) : await openJson(text, bytesIn(entries))
  } catch (fault) {
    console.error('the file could not be read', fault)
    return refuse({ code: 'unreadable' })
  }
}

async function openJson(
  file: Blob,
  bytes: OpenedWorkspace['bytes'],
): Promise<Result<OpenedWorkspace, OpenRefusal>> {
  if (file.size > limits.workspaceFileBytes) return refuse({ code: 'too-large' })
  const read = await readWorkspaceFile(await file.text(), createSlices())
  return read.ok ? ok({ ...read.value, bytes }) : read
}

function bytesIn(entries: readonly ZipEntry[]): OpenedWorkspace['bytes'] {
  const bytes = new Map<FileId, () => Promise<Blob | null>>()
  for (const { name, read } of entries) {
    const id = name.startsWith('files/') ? name.slice('files/'.length) : ''
    if (fileIdPattern.test(id)) bytes.set(id as FileId, () => read(limits.fileBytes))
  }
  return bytes
}
