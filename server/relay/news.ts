/**
 * "Something in the feed changed": a hint to every socket of a workspace, at most once a second, carried by the Bus so
 * that several relays hear each other. Many sockets are told in small groups over most of that second: a thousand in one
 * turn held every edit up for 20 ms. Whoever misses it asks the feed anyway.
 */
import type { Bus, Topic } from '#server/bus/bus.ts'
import type { WorkspaceId } from '#shared/lib/ids.ts'

const PAUSE_MS = 1_000
/** Told in one turn, about 0.3 ms; the next group after GROUP_PAUSE_MS. A round of 1,500 sockets takes the second. */
const GROUP = 16
const GROUP_PAUSE_MS = 10
const NOTHING = new Uint8Array(0)

export interface News {
  /** A commit changed the workspace. */
  publish(workspace: WorkspaceId): void
  /** Keeps `tell` called after changes until the answered function is called. */
  hear(workspace: WorkspaceId, tell: () => void): () => void
}

interface Ears {
  readonly tells: Set<() => void>
  readonly stop: () => void
}

export function createNews(bus: Bus): News {
  const heard = new Map<WorkspaceId, Ears>()
  const listen = (workspace: WorkspaceId): Ears => {
    const tells = new Set<() => void>()
    let pause: NodeJS.Timeout | null = null
    let again = false
    const wait = (ms: number, then: () => void): void => {
      pause = setTimeout(then, ms)
      pause.unref()
    }
    const tellRound = (): void => {
      again = false
      const until = performance.now() + PAUSE_MS
      const waiting = tells.values()
      const tellGroup = (): void => {
        for (let told = 0; told < GROUP; told += 1) {
          const next = waiting.next()
          if (next.done === true) return wait(Math.max(1, until - performance.now()), ended)
          next.value()
        }
        wait(GROUP_PAUSE_MS, tellGroup)
      }
      // The rows this is about leave first.
      wait(0, tellGroup)
    }
    const ended = (): void => {
      pause = null
      if (again) tellRound()
    }
    const unsubscribe = bus.subscribe(topicOf(workspace), () => {
      if (pause === null) tellRound()
      else again = true
    })
    const stop = (): void => {
      unsubscribe()
      if (pause !== null) clearTimeout(pause)
    }
    return { tells, stop }
  }
  return {
    publish: (workspace) => bus.publish(topicOf(workspace), NOTHING),
    hear(workspace, tell) {
      const ears = heard.get(workspace) ?? listen(workspace)
      heard.set(workspace, ears)
      ears.tells.add(tell)
      return () => {
        ears.tells.delete(tell)
        if (ears.tells.size > 0) return
        ears.stop()
        if (heard.get(workspace) === ears) heard.delete(workspace)
      }
    },
  }
}

const topicOf = (workspace: WorkspaceId): Topic => `workspace:${workspace}`
