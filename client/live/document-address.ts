/** Where a document is read: tasks and briefs have pages of their own, and what stands beside them is read there. */
import { briefBeside, kindOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'

export function documentAddress(name: DocName): string {
  switch (kindOf(name)) {
    case 'task':
      return `/tasks/${name}`
    case 'costs':
      return `/briefs/${briefBeside(name)}/estimate`
    case 'prices':
      return '/settings/prices'
    default:
      return `/briefs/${name}`
  }
}
