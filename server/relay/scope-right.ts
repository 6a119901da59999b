/** Who may read the records of a scope: the one place that knows, asked by the feed, the answers and the door. */
import type { DeviceRecord } from '#server/directory/directory.ts'
import { kindOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { isInside } from '#shared/protocol/audiences.ts'
import { mayRead } from './standing.ts'

/**
 * Who may read a document may read its records; those about people only who is inside, as they name everybody there is, and
 * whoever is outside is told of those around them alone (cast.ts).
 */
export const mayReadScope = (device: DeviceRecord, scope: DocName, now: number): boolean =>
  mayRead(device, scope, now) && (kindOf(scope) !== 'workspace' || isInside(device))
