/** The Directory of a simulated workspace, and its ledger, in memory. Nobody joins and nobody signs facts while a schedule runs. */
import type { DeviceRecord, Directory, Session } from '#server/directory/directory.ts'
import type { Ledger } from '#server/directory/ledger.ts'
import type { DeviceId } from '#shared/lib/ids.ts'
import type { Access } from '#shared/protocol/names.ts'
import { createMemoryLedger } from '../server/directory/memory-ledger.ts'
import type { RelayDisk } from './relay-disk.ts'

export interface RelayPeople {
  readonly directory: Directory
  readonly ledger: Ledger
  enter(record: DeviceRecord): void
  setAccess(device: DeviceId, access: Access): void
  /** For good, as a person's device is taken out of a workspace. */
  revoke(device: DeviceId): void
  isRevoked(device: DeviceId): boolean
  /** As a restore does. */
  endSessions(): void
}

export function createRelayPeople(disk: RelayDisk): RelayPeople {
  const devices = new Map<DeviceId, DeviceRecord>()
  const sessions = new Map<string, { session: Session; expiresAt: number }>()
  const keyOf = (hash: Uint8Array): string => Buffer.from(hash).toString('base64url')
  const sealingKey = new Uint8Array(32)
  const notHere = (): never => {
    throw new Error('nobody joins in a simulation')
  }
  const change = (id: DeviceId, changed: Partial<DeviceRecord>): void => {
    const record = devices.get(id)
    if (record !== undefined)
      devices.set(id, { ...record, ...changed, accessVersion: record.accessVersion + 1 })
  }
  return {
    enter: (record) => void devices.set(record.id, record),
    setAccess: (id, access) => change(id, { access }),
    revoke: (id) => change(id, { revoked: true }),
    isRevoked: (id) => devices.get(id)?.revoked === true,
    endSessions: () => sessions.clear(),
    ledger: createMemoryLedger(() => null),
    directory: {
      epoch: async () => disk.epoch(),
      sealingKey: async () => sealingKey,
      device: async (id) => devices.get(id) ?? null,
      people: async () =>
        [...devices.values()].map(({ member, access, number }) => ({
          member,
          name: 'Lin',
          access,
          outside: false,
          functions: [],
          removed: false,
          devices: [number],
        })),
      async openSession(hash, session, expiresAt) {
        sessions.set(keyOf(hash), { session, expiresAt })
      },
      async session(hash, now) {
        const found = sessions.get(keyOf(hash))
        return found === undefined || found.expiresAt <= now ? null : found.session
      },
      hasOwner: async () => true,
      foundWorkspace: notHere,
      setOwnerSecret: notHere,
      ownerSecretMatches: notHere,
      perform: notHere,
      endedGrants: async () => [],
      devicesOf: async () => null,
      cast: async () => [],
      lookAtInvite: notHere,
      redeemInvite: notHere,
      invites: notHere,
      invite: notHere,
    },
  }
}
