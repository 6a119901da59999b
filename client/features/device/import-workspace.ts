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
import { kindOf, type DocumentKind } from '#shared/lib/document-kinds.ts'
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { OpenedWorkspace } from './open-workspace-file.ts'

export type ImportRefusal = { readonly code: 'not-empty' | 'not-connected' | 'not-stored' }

type Target = Pick<Replica, 'identity' | 'index' | 'status' | 'makeDocuments' | 'files'>

/** Why nothing can be imported here now; null when it can. */
export function importRefusal({ index, status }: Target): ImportRefusal | null {
  const isWork = (kind: DocumentKind | null): boolean =>
    kind === 'brief' || kind === 'talk' || kind === 'template' || kind === 'task'
  if (index.list().some(({ name }) => isWork(kindOf(name)))) return { code: 'not-empty' }
  // What nobody has told this device of may be there all the same.
  const { link } = status.overall()
  return link === 'ready' || link === 'alone' ? null : { code: 'not-connected' }
}

export interface Imported {
  readonly documents: number
  readonly files: number
  /** Damaged in the file, or without room here. */
  readonly lost: number
}

export async function importWorkspace(
  replica: Target,
  file: OpenedWorkspace,
): Promise<Result<Imported, ImportRefusal>> {
  const refusal = importRefusal(replica)
  if (refusal !== null) return refuse(refusal)
  const made = await replica.makeDocuments(documentsOf(replica, file))
  return made.ok ? ok({ documents: made.value, ...(await putFiles(replica, file)) }) : made
}

/** Once documents refer to them. Bytes that are not those their number says are left out. */
async function putFiles(
  replica: Target,
  file: OpenedWorkspace,
): Promise<Pick<Imported, 'files' | 'lost'>> {
  const here = nameHereOf(replica, file)
  const places = new Map<FileId, DocName[]>()
  for (const { name, files } of file.documents) {
    const own = here(name)
    if (own !== null) for (const id of files) places.set(id, [...(places.get(id) ?? []), own])
  }
  let [put, lost] = [0, 0]
  for (const [id, docs] of places) {
    const [first, ...others] = docs
    const bytes = await file.bytes.get(id)?.()
    if (bytes === undefined || first === undefined) continue
    const files = await replica.files()
    const isPut = bytes !== null && (await files.putAs(id, first, bytes))
    if (isPut) put += 1
    else lost += 1
    if (isPut) for (const doc of others) await files.attach(id, doc)
  }
  return { files: put, lost }
}

const nameHereOf = ({ identity }: Target, file: WorkspaceFile) =>
  namesHere(file, {
    workspace: identity.workspace.id,
    relay: identity.relay,
    member: identity.member,
    name: identity.name,
  })

function* documentsOf(replica: Target, file: WorkspaceFile): Generator<NewDocument> {
  const nameHere = nameHereOf(replica, file)
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
