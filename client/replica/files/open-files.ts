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
import { lendDatabase } from './lent-database.ts'
import { createMemoryFiles } from './memory-files.ts'

export async function openFiles(
  environment: Pick<DeviceEnvironment, 'indexedDB' | 'after'>,
  workspace: WorkspaceId,
): Promise<FileStore> {
  const name = filesDatabaseName(workspace)
  const lent = lendDatabase<FilesDatabase>(environment, () =>
    openDatabase(environment, name, filesDatabaseVersion, makeFileStores),
  )
  try {
    await lent.use(async () => undefined)
    return createDiskFiles(lent)
  } catch (fault) {
    console.error('this browser gives no storage for files; they are kept in memory only', fault)
    return createMemoryFiles()
  }
}
