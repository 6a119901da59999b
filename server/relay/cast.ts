/**
 * The people one socket is told of: inside everybody, outside those around them. Told again where they differ, outside
 * only after something of their own: a name that came late says nothing of what others do. Left out: who is around whom
 * (directory/sqlite-people.ts).
 */
import type { DeviceRecord, Directory } from '#server/directory/directory.ts'
import { isInside } from '#shared/protocol/audiences.ts'
import type { Person } from '#shared/protocol/control.ts'
import { jsonFrame, toDevice } from '#shared/protocol/frames.ts'
import { shownTo } from './standing.ts'

export interface Cast {
  /** Whom the device is told of when it signs in. */
  first(device: DeviceRecord): Promise<readonly Person[]>
  /** Told to who is outside if somebody came or changed. */
  again(device: DeviceRecord): Promise<void>
}

export function createCast(
  directory: Directory,
  now: () => number,
  send: (frame: Uint8Array) => void,
): Cast {
  let told = ''
  const peopleFor = (device: DeviceRecord): Promise<readonly Person[]> => {
    const shown = shownTo(device, now())
    return typeof shown === 'function'
      ? directory.people(device.workspace.id)
      : directory.cast(device.member, [...shown.keys()])
  }
  return {
    async first(device) {
      const people = await peopleFor(device)
      told = JSON.stringify(people)
      return people
    },
    async again(device) {
      if (isInside(device)) return
      const people = await peopleFor(device)
      const said = JSON.stringify(people)
      if (said === told) return
      told = said
      send(jsonFrame(toDevice.people, { people }))
    },
  }
}
