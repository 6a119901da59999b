/** Where a document is read: tasks and briefs have pages of their own, and what stands beside them is read there. */
import { kindOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'

export const documentAddress = (name: DocName): string =>
  kindOf(name) === 'task' ? `/tasks/${name}` : `/briefs/${name}`
