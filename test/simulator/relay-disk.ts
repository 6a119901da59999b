/**
 * The relay's disk: a journal of what was committed, from which a log is read again after a kill or a restore, and the
 * Log a running relay gets: commits take time, may fail, hang, or be cut short by the end of the process.
 */
import { createMemoryLog, type MemoryLog } from '#test/server/log/memory-log.ts'
import type { Batch, Log } from '#server/log/log.ts'
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import type { Snapshot } from '#shared/protocol/frames.ts'
import type { World } from './virtual-world.ts'

type Entry =
  | { readonly kind: 'append'; readonly batches: readonly Batch[] }
  | { readonly kind: 'retire'; readonly doc: DocName; readonly snapshot: Snapshot }
  | { readonly kind: 'restored' }

export interface RelayDisk {
  /** A Log for one life of the relay's process. */
  log(): LiveLog
  /** What is committed, as it stands. */
  committed(): Log
  /** Positions of the feed for what is no document; the last of them. */
  reserve(workspace: WorkspaceId, count: number): number
  backup(): Backup
  /** Puts an older state back; a new epoch begins. */
  restore(backup: Backup): Promise<void>
  isRestored(): boolean
  epoch(): string
  /** Commits fail while true. */
  failing: boolean
  /** Commits wait while true. */
  hanging: boolean
  /** Told of each commit as it reaches the disk. */
  onCommit: (batches: readonly Batch[]) => void
}

export interface LiveLog extends Log {
  /** The process ends: what was on its way to the disk is there, or is not. */
  die(): void
}

export interface Backup {
  readonly journal: readonly Entry[]
}

export function createRelayDisk(world: World): RelayDisk {
  const { random } = world
  let journal: Entry[] = []
  let log = createMemoryLog()
  let epoch = 1

  const write = async (entry: Entry): Promise<void> => {
    // A restore may begin meanwhile: then it is the old disk that gets it.
    const own = journal
    await apply(log, entry)
    own.push(entry)
    if (entry.kind === 'append') disk.onCommit(entry.batches)
  }

  const disk: RelayDisk = {
    failing: false,
    hanging: false,
    onCommit: () => undefined,
    committed: () => log,
    reserve: (workspace, count) => log.reserve(workspace, count),
    backup: () => ({ journal: [...journal] }),
    isRestored: () => journal.some(({ kind }) => kind === 'restored'),
    epoch: () => `epoch-${epoch}`,
    async restore(backup) {
      epoch += 1
      log = createMemoryLog()
      journal = []
      for (const entry of [...backup.journal, { kind: 'restored' } as const]) {
        await apply(log, entry)
        journal.push(entry)
      }
    },
    log() {
      let alive = true
      const onTheirWay = new Set<() => void>()
      const living =
        <Args extends unknown[], Answer>(work: (...args: Args) => Promise<Answer>) =>
        async (...args: Args): Promise<Answer> => {
          if (!alive) return never
          if (random.int(8) === 0) await pause(world, random.next() * 3)
          const answer = await work(...args)
          return alive ? answer : never
        }
      const append = (batches: readonly Batch[]): Promise<void> =>
        new Promise((resolve, reject) => {
          let isOver = false
          const commit = (): void => {
            isOver = true
            onTheirWay.delete(commit)
            write({ kind: 'append', batches }).then(
              () => world.after(random.next(), () => void (alive && resolve())),
              reject,
            )
          }
          const arrive = (): void => {
            if (isOver || !alive) return
            if (disk.hanging) return void world.after(20, arrive)
            if (!disk.failing) return commit()
            isOver = true
            onTheirWay.delete(commit)
            reject(new Error('the disk is full'))
          }
          onTheirWay.add(commit)
          world.after(random.next() * 4, arrive)
        })
      return {
        ...log,
        state: living(log.state),
        isElsewhere: living(log.isElsewhere),
        pushed: living(log.pushed),
        newestPush: living(log.newestPush),
        read: living(log.read),
        feed: living(log.feed),
        append: (batches) => (alive ? append(batches) : never),
        retire: living((doc, snapshot) => write({ kind: 'retire', doc, snapshot })),
        die() {
          // One commit at a time is under way: it is on the disk, or nothing of it.
          for (const commit of onTheirWay) if (!disk.failing && random.int(2) === 0) commit()
          onTheirWay.clear()
          alive = false
        },
      }
    },
  }
  return disk
}

async function apply(log: MemoryLog, entry: Entry): Promise<void> {
  if (entry.kind === 'append') return log.append(entry.batches)
  if (entry.kind === 'retire') return log.retire(entry.doc, entry.snapshot)
  log.restored()
  for (const { doc, workspace } of await log.uncompacted(0, Infinity)) {
    log.recover(doc)
    const state = await log.state(workspace, doc)
    const authors = (state?.authors ?? []).map((author) => ({
      ...author,
      doc,
      restored: 'awaited' as const,
    }))
    await log.append([{ workspace, rows: [], authors }])
  }
}

const never = new Promise<never>(() => undefined)

const pause = (world: World, ms: number): Promise<void> =>
  new Promise((resolve) => void world.after(ms, resolve))
