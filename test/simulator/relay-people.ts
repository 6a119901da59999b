/** The Directory of a simulated workspace, and its ledger, in memory. Nobody joins and nobody signs facts while a schedule runs; grants come and go. */
import type { DeviceRecord, Directory, EndedGrant, Session } from '#server/directory/directory.ts'
import type { Ledger } from '#server/directory/ledger.ts'
import { mayRead } from '#server/relay/standing.ts'
import type { DeviceId, DocName, Topic } from '#shared/lib/ids.ts'
import { grantedKinds, type Grant } from '#shared/protocol/audiences.ts'
import type { Access } from '#shared/protocol/names.ts'
import { createMemoryLedger } from '../server/directory/memory-ledger.ts'
import type { RelayDisk } from './relay-disk.ts'

export interface RelayPeople {
  readonly directory: Directory
  readonly ledger: Ledger
  enter(record: DeviceRecord): void
  setAccess(device: DeviceId, access: Access): void
  /** Outside, a device's member reads what they were granted. */
  setOutside(device: DeviceId, outside: boolean): void
  give(device: DeviceId, grant: Grant): void
  end(device: DeviceId, topic: Topic): void
  mayRead(device: DeviceId, doc: DocName, now: number): boolean
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
  const ended = new Map<DeviceId, EndedGrant[]>()
  const without = (id: DeviceId, topic: Topic) =>
    devices.get(id)?.grants.filter((one) => one.topic !== topic) ?? []
  const forget = (id: DeviceId, topic: Topic): void =>
    void ended.set(
      id,
      (ended.get(id) ?? []).filter((one) => one.topic !== topic),
    )
  const change = (id: DeviceId, changed: Partial<DeviceRecord>): void => {
    const record = devices.get(id)
    if (record !== undefined)
      devices.set(id, { ...record, ...changed, accessVersion: record.accessVersion + 1 })
  }
  return {
    enter: (record) => void devices.set(record.id, record),
    setAccess: (id, access) => change(id, { access }),
    setOutside: (id, outside) => change(id, { outside }),
    give(id, grant) {
      const record = devices.get(id)
      if (record === undefined) return
      forget(id, grant.topic)
      const position = disk.reserve(record.workspace.id, grantedKinds.length)
      change(id, { grants: [...without(id, grant.topic), { ...grant, position }] })
    },
    end(id, topic) {
      const record = devices.get(id)
      if (record === undefined || !record.grants.some((one) => one.topic === topic)) return
      forget(id, topic)
      const position = disk.reserve(record.workspace.id, 1)
      ended.set(id, [...(ended.get(id) ?? []), { topic, position }])
      change(id, { grants: without(id, topic) })
    },
    mayRead(id, doc, now) {
      const record = devices.get(id)
      return record !== undefined && mayRead(record, doc, now)
    },
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
      endedGrants: async (member, after) =>
        [...devices.values()]
          .filter((one) => one.member === member)
          .flatMap(({ id }) => ended.get(id) ?? [])
          .filter(({ position }) => position > after),
      devicesOf: async () => null,
      cast: async () => [],
      lookAtInvite: notHere,
      redeemInvite: notHere,
    },
  }
}
