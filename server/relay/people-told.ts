/**
 * Who is there is told at once, and then at most once a second: two hundred people joining in a minute would otherwise be
 * told of to each other two hundred times.
 */
import type { WorkspaceId } from '#shared/lib/ids.ts'

const PAUSE_MS = 1_000

export function createPeopleTold(
  tell: (workspace: WorkspaceId) => Promise<void>,
  fault: (error: unknown) => void,
): (workspace: WorkspaceId) => Promise<void> {
  /** Workspaces told of within the last second; true where somebody came meanwhile. */
  const pausing = new Map<WorkspaceId, boolean>()
  const told = async (workspace: WorkspaceId): Promise<void> => {
    pausing.set(workspace, false)
    setTimeout(() => {
      const again = pausing.get(workspace) === true
      pausing.delete(workspace)
      if (again) told(workspace).catch(fault)
    }, PAUSE_MS).unref()
    await tell(workspace)
  }
  return async (workspace) => {
    if (pausing.has(workspace)) pausing.set(workspace, true)
    else await told(workspace)
  }
}
