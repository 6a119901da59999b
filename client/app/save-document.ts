/** A document's changes that the relay or the disk did not take, saved by the browser as one file. */
import { saveFile } from '#client/ui/save-file.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { DocName } from '#shared/lib/ids.ts'

export async function saveDocument(
  replica: Pick<Replica, 'exportRefused'>,
  doc: DocName,
): Promise<void> {
  const bytes = await replica.exportRefused(doc)
  saveFile(`${doc}.json`, new Blob([bytes], { type: 'application/json' }))
}
