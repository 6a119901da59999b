/**
 * The sockets of signed-in devices: how many a member may have, whose standing is read again, who hears what all of a
 * workspace or some devices must hear. Sockets before sign-in stand here, too, without a device.
 */
import type { DeviceRecord } from '#server/directory/directory.ts'
import type { DeviceId, MemberId, WorkspaceId } from '#shared/lib/ids.ts'
import type { CloseReason } from '#shared/protocol/close-codes.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { Outlet } from './outlet.ts'

export interface Present {
  readonly outlet: Outlet
  /** Null before sign-in. */
  device(): DeviceRecord | null
  /** `isUnchanged`: nobody's access has changed since the last time, only time has passed. */
  recheck(isUnchanged: boolean): Promise<void>
  /** Null for a socket on /doc. */
  readonly send: ((frame: Uint8Array) => void) | null
  /** `people` is what everybody inside is told. Null for a socket on /doc. */
  readonly tellPeople: ((people: Uint8Array) => Promise<void>) | null
}

export interface Everybody {
  enter(one: Present): void
  leave(one: Present): void
  count(): number
  /** Whether a member has as many sockets as they may. */
  isFull(member: MemberId): boolean
  /** Reads the standing of those again whom it concerns. */
  recheck(concerns?: (device: DeviceRecord) => boolean, isUnchanged?: boolean): void
  tellPeople(workspace: WorkspaceId, people: Uint8Array): void
  tellDevices(devices: readonly DeviceId[], frame: Uint8Array): void
  closeAll(reason: CloseReason): void
}

export function createEverybody(fault: (error: unknown) => void): Everybody {
  const present = new Set<Present>()
  return {
    enter: (one) => void present.add(one),
    leave: (one) => void present.delete(one),
    count: () => present.size,
    isFull(member) {
      let count = 0
      for (const one of present) if (one.device()?.member === member) count += 1
      return count >= limits.socketsPerMember
    },
    recheck(concerns = () => true, isUnchanged = false) {
      for (const one of present) {
        const device = one.device()
        if (device !== null && concerns(device)) one.recheck(isUnchanged).catch(fault)
      }
    },
    tellPeople(workspace, people) {
      for (const { tellPeople, device } of present)
        if (device()?.workspace.id === workspace) tellPeople?.(people).catch(fault)
    },
    tellDevices(devices, frame) {
      for (const { send, device } of present) {
        const id = device()?.id
        if (id !== undefined && devices.includes(id)) send?.(frame)
      }
    },
    closeAll(reason) {
      for (const { outlet } of present) outlet.close(reason)
    },
  }
}
