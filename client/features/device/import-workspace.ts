/**
 * From a chosen file to documents of this workspace: read and judged first, then written in one act, all or nothing.
 * Left out: what is shown of it (workspace-import.tsx).
 */
import type { NewDocument } from '#client/replica/new-documents.ts'
import type { Replica } from '#client/replica/replica.ts'
import { bringTalk } from '#shared/documents/commands/bring-talk.ts'
import { updateParts } from '#shared/documents/update-parts.ts'
import type { WorkspaceFile } from '#shared/documents/workspace-file/format.ts'
import { namesHere } from '#shared/documents/workspace-file/names-here.ts'
import { readWorkspaceFile, type FileRefusal } from '#shared/documents/workspace-file/read-file.ts'
import { kindOf, type DocumentKind } from '#shared/lib/document-kinds.ts'
import { refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { createSlices } from './slices.ts'

export type OpenRefusal = FileRefusal | { readonly code: 'unreadable' }
export type ImportRefusal = { readonly code: 'not-empty' | 'not-connected' | 'not-stored' }

export async function openWorkspaceFile(file: File): Promise<Result<WorkspaceFile, OpenRefusal>> {
  if (file.size > limits.workspaceFileBytes) return refuse({ code: 'too-large' })
  const text = await file.text().catch((fault: unknown) => {
    console.error('the file could not be read', fault)
    return null
  })
  return text === null ? refuse({ code: 'unreadable' }) : readWorkspaceFile(text, createSlices())
}

type Target = Pick<Replica, 'identity' | 'index' | 'status' | 'makeDocuments'>

/** Why nothing can be imported here now; null when it can. */
export function importRefusal({ index, status }: Target): ImportRefusal | null {
  const isWork = (kind: DocumentKind | null): boolean =>
    kind === 'brief' || kind === 'talk' || kind === 'template'
  if (index.list().some(({ name }) => isWork(kindOf(name)))) return { code: 'not-empty' }
  // What nobody has told this device of may be there all the same.
  const { link } = status.overall()
  return link === 'ready' || link === 'alone' ? null : { code: 'not-connected' }
}

/** How many documents were made. */
export async function importWorkspace(
  replica: Target,
  file: WorkspaceFile,
): Promise<Result<number, ImportRefusal>> {
  const refusal = importRefusal(replica)
  return refusal === null ? replica.makeDocuments(documentsOf(replica, file)) : refuse(refusal)
}

function* documentsOf({ identity }: Target, file: WorkspaceFile): Generator<NewDocument> {
  const nameHere = namesHere(file, {
    workspace: identity.workspace.id,
    relay: identity.relay,
    member: identity.member,
    name: identity.name,
  })
  for (const { name, update, authors } of file.documents) {
    const own = nameHere(name)
    if (own === null) continue
    yield {
      name: own,
      brought: updateParts(update),
      broughtBy: 'importWorkspace',
      write: (doc) => bringTalk(doc, authors),
    }
  }
}
