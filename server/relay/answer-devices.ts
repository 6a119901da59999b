/**
 * A member's devices, told to whoever may revoke them: one's own always, others' to owner and lead (protocol/act-rules.ts).
 * Without right as for nobody. Left out: revoking, which is a record.
 */
import type { DeviceRecord } from '#server/directory/directory.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import type { DevicesAre } from '#shared/protocol/control.ts'
import { jsonFrame, toDevice } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { mayRevokeDevice } from '#shared/protocol/act-rules.ts'
import type { Outlet } from './outlet.ts'
import type { RelayParts } from './relay-parts.ts'
import { framed } from './ws-frames.ts'

export async function answerDevices(
  { directory }: Pick<RelayParts, 'directory'>,
  outlet: Outlet,
  device: DeviceRecord,
  member: MemberId,
): Promise<void> {
  const found = await directory.devicesOf(device.workspace.id, member, limits.devicesTold)
  const isTold = found !== null && mayRevokeDevice(device, found.of, member === device.member)
  const told: DevicesAre = { member, devices: isTold ? [...found.devices] : [] }
  outlet.write(framed([jsonFrame(toDevice.devicesAre, told)]))
}
