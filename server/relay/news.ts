/**
 * "Something in the feed changed": a hint to every socket of a workspace that may see some of what changed, at most once a
 * second, carried by the Bus so that several relays hear each other. Many sockets are told in small groups over most of that second: a thousand in one
 * turn held every edit up for 20 ms. Whoever misses it asks the feed anyway.
 */
import type { Bus, Topic } from '#server/bus/bus.ts'
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'

const PAUSE_MS = 1_000
/** Told in one turn, about 0.3 ms; the next group after GROUP_PAUSE_MS. A round of 1,500 sockets takes the second. */
const GROUP = 16
const GROUP_PAUSE_MS = 10

export interface News {
  /** A commit changed documents of the workspace. */
  publish(workspace: WorkspaceId, docs: readonly DocName[]): void
  /** Keeps the ear told after changes until the answered function is called. */
  hear(workspace: WorkspaceId, ear: Ear): () => void
}

/** One socket. */
export interface Ear {
  sees(doc: DocName): boolean
  tell(): void
}

interface Ears {
  readonly tells: Set<Ear>
  readonly stop: () => void
}

export function createNews(bus: Bus): News {
  const heard = new Map<WorkspaceId, Ears>()
  const listen = (workspace: WorkspaceId): Ears => {
    const tells = new Set<Ear>()
    let changed = new Set<DocName>()
    let pause: NodeJS.Timeout | null = null
    const wait = (ms: number, then: () => void): void => {
      pause = setTimeout(then, ms)
      pause.unref()
    }
    const tellRound = (): void => {
      const docs = [...changed]
      changed = new Set()
      const until = performance.now() + PAUSE_MS
      const waiting = tells.values()
      const tellGroup = (): void => {
        for (let told = 0; told < GROUP; told += 1) {
          const next = waiting.next()
          if (next.done === true) return wait(Math.max(1, until - performance.now()), ended)
          if (docs.some((doc) => next.value.sees(doc))) next.value.tell()
        }
        wait(GROUP_PAUSE_MS, tellGroup)
      }
      // The rows this is about leave first.
      wait(0, tellGroup)
    }
    const ended = (): void => {
      pause = null
      if (changed.size > 0) tellRound()
    }
    const unsubscribe = bus.subscribe(topicOf(workspace), (bytes) => {
      for (const doc of docsIn(bytes)) changed.add(doc)
      if (pause === null) tellRound()
    })
    const stop = (): void => {
      unsubscribe()
      if (pause !== null) clearTimeout(pause)
    }
    return { tells, stop }
  }
  return {
    publish: (workspace, docs) =>
      bus.publish(topicOf(workspace), new TextEncoder().encode(docs.join(' '))),
    hear(workspace, ear) {
      const ears = heard.get(workspace) ?? listen(workspace)
      heard.set(workspace, ears)
      ears.tells.add(ear)
      return () => {
        ears.tells.delete(ear)
        if (ears.tells.size > 0) return
        ears.stop()
        if (heard.get(workspace) === ears) heard.delete(workspace)
      }
    },
  }
}

const topicOf = (workspace: WorkspaceId): Topic => `workspace:${workspace}`

const docsIn = (bytes: Uint8Array): DocName[] =>
  new TextDecoder().decode(bytes).split(' ') as DocName[]
