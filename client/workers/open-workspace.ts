/** A worker's own connection to the workspace's database, opened once and again after it was lost. */
import type { IDBPDatabase } from 'idb'
import {
  databaseName,
  databaseVersion,
  makeStores,
  type WorkspaceDatabase,
} from '#client/replica/disk-schema.ts'
import { openDatabase } from '#client/replica/open-database.ts'
import type { WorkspaceId } from '#shared/lib/ids.ts'

const after = (ms: number, act: () => void): (() => void) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

let opening: Promise<IDBPDatabase<WorkspaceDatabase>> | null = null

export function openWorkspace(workspace: WorkspaceId): Promise<IDBPDatabase<WorkspaceDatabase>> {
  opening ??= open(workspace).catch((fault: unknown) => {
    opening = null
    throw fault
  })
  return opening
}

async function open(workspace: WorkspaceId): Promise<IDBPDatabase<WorkspaceDatabase>> {
  const { database, onLost } = await openDatabase<WorkspaceDatabase>(
    { indexedDB, after },
    databaseName(workspace),
    databaseVersion,
    makeStores,
  )
  onLost(() => (opening = null))
  return database
}
