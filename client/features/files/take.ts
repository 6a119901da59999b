/** A file a person chose, judged by its first bytes and put on this device. What a document may then refer to comes back. */
import type { PutRefusal, ReplicaFiles } from '#client/replica/files/replica-files.ts'
import type { BriefFile } from '#shared/domain/briefs/brief.ts'
import { bytesThatTell } from '#shared/domain/files/file-types.ts'
import { takeFile, type TakeRefusal, type Takes } from '#shared/domain/files/take-file.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'

export async function take(
  files: Pick<ReplicaFiles, 'put'>,
  doc: DocName,
  file: File,
  takes: Takes,
): Promise<Result<BriefFile, TakeRefusal | PutRefusal>> {
  const head = await file
    .slice(0, bytesThatTell)
    .arrayBuffer()
    .catch(() => null)
  if (head === null) return refuse('unreadable')
  const type = takeFile({ size: file.size, head: new Uint8Array(head) }, takes)
  if (!type.ok) return type
  const put = await files.put(doc, file)
  if (!put.ok) return put
  const name = file.name === '' ? `.${type.value.end}` : file.name
  return ok({ id: put.value.id, name, type: type.value.mime, size: put.value.size })
}
