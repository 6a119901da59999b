/**
 * Who a device is and what it may do, as the Directory says now: re-read in every commit that stores its rows and every
 * few seconds for open sockets, so that a revoked or downgraded device is refused within moments.
 */
import type { DeviceRecord, Directory } from '#server/directory/directory.ts'
import type { DeviceId } from '#shared/lib/ids.ts'
import { canWrite } from '#shared/protocol/names.ts'

export const mayWrite = (device: DeviceRecord): boolean =>
  !device.revoked && canWrite(device.access)

/** Those of the writers that may no longer write. */
export async function lostAccess(
  directory: Directory,
  writers: ReadonlyMap<DeviceId, number>,
): Promise<ReadonlySet<DeviceId>> {
  const lost = new Set<DeviceId>()
  await Promise.all(
    Array.from(writers.keys(), async (id) => {
      const record = await directory.device(id)
      if (record === null || !mayWrite(record)) lost.add(id)
    }),
  )
  return lost
}
