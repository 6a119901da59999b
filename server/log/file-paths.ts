/** Where the bytes of files lie beside the database: a backup copies them, server/files reads and writes them. */
import { join } from 'node:path'
import type { FileId } from '#shared/lib/ids.ts'

export const filesFolder = (dataDir: string): string => join(dataDir, 'files')

export const pathOfFile = (folder: string, id: FileId): string => join(folder, id.slice(0, 2), id)
