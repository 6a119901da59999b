/** Opens the workspace's database, or takes memory when the browser gives none in time. */
import type { WorkspaceId } from '#shared/lib/ids.ts'
import { databaseName, databaseVersion, makeStores, type WorkspaceDatabase } from './disk-schema.ts'
import { createDiskStore } from './disk-store.ts'
import type { DeviceEnvironment } from './environment.ts'
import { endable } from './endable-store.ts'
import { createLeftEdits } from './left-edits.ts'
import { openDatabase } from './open-database.ts'
import type { Store } from './store.ts'

export async function openStore(
  environment: DeviceEnvironment,
  workspace: WorkspaceId,
): Promise<Store> {
  try {
    const { database, onLost } = await openDatabase<WorkspaceDatabase>(
      environment,
      databaseName(workspace),
      databaseVersion,
      makeStores,
    )
    const store = createDiskStore(database, onLost, createLeftEdits(environment, workspace))
    return endable(environment.wrapStore?.(store) ?? store)
  } catch (fault) {
    console.error('this browser gives no storage; changes are kept in memory only', fault)
    const { createMemoryStore } = await import('./memory-store.ts')
    return createMemoryStore()
  }
}
