/**
 * The relay under simulation: the real hub, check, commits, fan-out, feed and compaction on a simulated disk, killed and
 * started again. What it does in threads is called here, a moment later. Left out: the wire, the disk.
 */
import { createLocalBus } from '#server/bus/local-bus.ts'
import type { Log } from '#server/log/log.ts'
import { judgeUpdate } from '#server/relay/check.ts'
import type { CheckThread } from '#server/relay/check-thread.ts'
import { compactUpdates } from '#server/relay/compaction-merge.ts'
import type { CompactionThread } from '#server/relay/compaction-thread.ts'
import { createCompactor } from '#server/relay/compaction.ts'
import { createHub, type Hub } from '#server/relay/hub.ts'
import { areDeleted } from '#server/relay/known-deletes.ts'
import { depthsOf } from '#server/relay/stored-depths.ts'
import * as decoding from 'lib0/decoding'
import { ok } from '#shared/lib/result.ts'
import type { RelayDisk } from './relay-disk.ts'
import type { RelayPeople } from './relay-people.ts'
import type { Reachable } from './wire.ts'
import type { World } from './virtual-world.ts'

export interface RelayProcess extends Reachable {
  readonly hub: Hub
  kill(): void
}

export interface RelayParts {
  readonly world: World
  readonly disk: RelayDisk
  readonly people: RelayPeople
  /** Tests plant their faults here. */
  readonly wrapLog: (log: Log) => Log
  readonly merge: ((updates: readonly Uint8Array[]) => Uint8Array) | null
  says(device: number, frame: Uint8Array): void
  fault(error: unknown, during: string): void
}

/** Rows since a snapshot from which a document is compacted; small, so that a short schedule sees it. */
const compactFrom = 8

export async function startRelay(parts: RelayParts): Promise<RelayProcess> {
  const { world, disk, people } = parts
  const live = disk.log()
  const log = parts.wrapLog(live)
  const compactor = createCompactor({
    log,
    everyRows: compactFrom,
    onFault: (doc, code, detail) => parts.fault(`${doc}: ${code} ${detail}`, 'compacting'),
    thread: compactionHere(parts),
  })
  const growing: Log = {
    ...log,
    async append(batches) {
      await log.append(batches)
      for (const doc of new Set(batches.flatMap(({ rows }) => rows.map((row) => row.doc))))
        if (world.random.int(3) === 0) compactor.compactSoon(doc)
    },
  }
  const hub = await createHub({
    log: growing,
    directory: people.directory,
    ledger: people.ledger,
    bus: createLocalBus((error) => parts.fault(error, 'waking')),
    compactor,
    checks: checksHere(world),
    isRecoveryOver: () => !disk.isRestored(),
    address: undefined,
    now: () => Math.floor(world.now()),
    fault: parts.fault,
    count: () => undefined,
  })
  return {
    hub,
    accept: (socket, raw) => hub.acceptSync(socket, raw, 'relay.test', 'office'),
    says: parts.says,
    kill() {
      live.die()
      void compactor.close()
    },
  }
}

const soon = <T>(world: World, answer: () => T): Promise<T> =>
  new Promise((resolve) => void world.after(world.random.next() * 20, () => resolve(answer())))

const checksHere = (world: World): CheckThread => ({
  judge: ({ bytes, authors, depths, device, recovering, reserved }) =>
    soon(world, () =>
      judgeUpdate(bytes, authors, device, {
        depths,
        recovering,
        reservedFor: (client) => reserved.get(client) ?? null,
      }),
    ),
  depths: (stored) => soon(world, () => depthsOf(stored)),
  areDeleted: (stored, bytes) => soon(world, () => areDeleted(stored, bytes)),
  close: async () => undefined,
})

const compactionHere = ({ world, merge }: RelayParts): CompactionThread => ({
  compact: ({ snapshot, rows }) =>
    soon(world, () => {
      const updates = readRows(rows)
      const found =
        merge === null
          ? compactUpdates(snapshot, updates)
          : ok(merge(snapshot === null ? updates : [snapshot, ...updates]))
      return found.ok
        ? { kind: 'compacted', bytes: found.value }
        : { kind: 'fault', ...found.refusal }
    }),
  close: async () => undefined,
})

function readRows(bytes: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(bytes)
  const rows: Uint8Array[] = []
  while (decoding.hasContent(decoder)) rows.push(decoding.readVarUint8Array(decoder))
  return rows
}
