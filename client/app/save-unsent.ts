/** What only this device has of a brief and the talk beside it, saved as one file: changes as they are, files under their kind. */
import { saveFile } from '#client/ui/save-file.ts'
import type { Replica } from '#client/replica/replica.ts'
import { bytesThatTell, fileTypeOf } from '#shared/domain/files/file-types.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { saveDocument } from './save-document.ts'

export async function saveUnsent(
  replica: Pick<Replica, 'exportRefused' | 'files'>,
  changed: readonly DocName[],
  withFiles: DocName | null,
): Promise<void> {
  if (withFiles === null) {
    for (const doc of changed) await saveDocument(replica, doc)
    return
  }
  const { createZip } = await import('#client/features/device/write-zip.ts')
  const zip = createZip()
  for (const doc of changed)
    await zip.add(`${doc}.json`, new Blob([await replica.exportRefused(doc)]))
  const files = await replica.files()
  for (const { id, documents, bytes } of await files.unsent()) {
    if (!documents.includes(withFiles)) continue
    const head = new Uint8Array(await bytes.slice(0, bytesThatTell).arrayBuffer())
    // What it was called stood in the brief, which has left.
    await zip.add(`files/${id.slice(0, 12)}.${fileTypeOf(head)?.end ?? 'bin'}`, bytes)
  }
  saveFile(`${withFiles}.zip`, zip.whole())
}
