/** Opens the database of files, or takes memory when the browser gives none in time. */
import type { WorkspaceId } from '#shared/lib/ids.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import { openDatabase } from '#client/replica/open-database.ts'
import {
  createDiskFiles,
  filesDatabaseName,
  filesDatabaseVersion,
  makeFileStores,
  type FilesDatabase,
} from './disk-files.ts'
import type { FileStore } from './file-store.ts'
import { createMemoryFiles } from './memory-files.ts'

export async function openFiles(
  environment: Pick<DeviceEnvironment, 'indexedDB' | 'after'>,
  workspace: WorkspaceId,
): Promise<FileStore> {
  try {
    const { database } = await openDatabase<FilesDatabase>(
      environment,
      filesDatabaseName(workspace),
      filesDatabaseVersion,
      makeFileStores,
    )
    return createDiskFiles(database)
  } catch (fault) {
    console.error('this browser gives no storage for files; they are kept in memory only', fault)
    return createMemoryFiles()
  }
}
