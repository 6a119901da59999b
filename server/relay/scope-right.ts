/** Who may read the records of a scope: the one place that knows, asked by the feed, the answers and the door. */
import type { DeviceRecord } from '#server/directory/directory.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { mayRead } from './standing.ts'

/** Who may read a document may read its records. */
export const mayReadScope = (device: DeviceRecord, scope: DocName, now: number): boolean =>
  mayRead(device, scope, now)
