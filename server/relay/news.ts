/**
 * "Something in the feed changed": a hint to every socket of a workspace, at most once a second, carried by the Bus so
 * that several relays hear each other. Whoever misses it asks the feed anyway.
 */
import type { Bus, Topic } from '#server/bus/bus.ts'
import type { WorkspaceId } from '#shared/lib/ids.ts'

const PAUSE_MS = 1_000
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
    let paused: NodeJS.Timeout | null = null
    let again = false
    const tellAll = (): void => {
      again = false
      paused = setTimeout(() => {
        paused = null
        if (again) tellAll()
      }, PAUSE_MS)
      paused.unref()
      for (const tell of tells) tell()
    }
    const unsubscribe = bus.subscribe(topicOf(workspace), () => {
      if (paused === null) tellAll()
      else again = true
    })
    const stop = (): void => {
      unsubscribe()
      if (paused !== null) clearTimeout(paused)
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
