/** Everything that stands on one open database: Log, Directory, compaction, hub. A restore closes it and opens another. */
import { mkdirSync } from 'node:fs'
import { createLocalBus } from '#server/bus/local-bus.ts'
import type { Directory } from '#server/directory/directory.ts'
import { createSqliteDirectory } from '#server/directory/sqlite-directory.ts'
import { createPerformRecord } from '#server/directory/perform-record.ts'
import { createSqliteLedger } from '#server/directory/sqlite-ledger.ts'
import { dropParts } from '#server/files/file-folder.ts'
import { filesFolder } from '#server/log/file-paths.ts'
import type { Files } from '#server/files/files.ts'
import { createSqliteFiles } from '#server/files/sqlite-files.ts'
import { databaseFile } from '#server/log/backup-file.ts'
import type { Log } from '#server/log/log.ts'
import { closeDatabase, openDatabase } from '#server/log/sqlite-file.ts'
import { createSqliteLog } from '#server/log/sqlite-log.ts'
import { createRecovery } from '#server/log/sqlite-recovery.ts'
import { UNUSED_MS } from '#server/relay/binding.ts'
import { createCheckThread, type CheckThread } from '#server/relay/check-thread.ts'
import { createCompactor } from '#server/relay/compaction.ts'
import { createHub, type Counts, type Hub } from '#server/relay/hub.ts'
import type { CloseReason } from '#shared/protocol/close-codes.ts'

export interface Engine {
  readonly log: Log
  readonly directory: Directory
  readonly hub: Hub
  readonly files: Files
  /** Files that came once and are not here now: looked for when it opened. */
  readonly missingFiles: () => number
  /** Everybody who could bring something back after a restore has: nobody may any more. False when none was under way. */
  endRecovery(): boolean
  /** Ends the commit under way, closes every socket and the database. */
  close(reason: CloseReason): Promise<void>
}

export interface EngineParts {
  readonly dataDir: string
  /** Where people outside reach the relay; undefined where that is not set. */
  readonly address: string | undefined
  readonly now: () => number
  readonly fault: (error: unknown, during: string) => void
  readonly count: (counts: Counts) => void
  /** Tests put a Log that fails or hangs in front of the real one. */
  readonly wrapLog?: (log: Log) => Log
  /** Tests hold or end the thread that judges large updates. */
  readonly checks?: () => CheckThread
}

export async function openEngine({
  dataDir,
  address,
  now,
  fault,
  count,
  wrapLog = (log) => log,
  checks: newChecks = createCheckThread,
}: EngineParts): Promise<Engine> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const db = openDatabase(databaseFile(dataDir))
  const log = wrapLog(createSqliteLog(db))
  const directory = createSqliteDirectory(db)
  await log.dropUnused(now() - UNUSED_MS).catch((error: unknown) => fault(error, 'tidying'))
  const compactor = createCompactor({
    log,
    onFault: (doc, code, detail) => fault(`${doc}: ${code} ${detail}`, 'compacting'),
  })
  const checks = newChecks()
  const recovery = createRecovery(db, now)
  const bus = createLocalBus((error) => fault(error, 'waking'))
  const hub = await createHub({
    log,
    directory,
    ledger: createSqliteLedger(db, createPerformRecord(db)),
    bus,
    compactor,
    checks,
    isRecoveryOver: recovery.isOver,
    address,
    now,
    fault,
    count,
  })
  await dropParts(filesFolder(dataDir)).catch((error: unknown) => fault(error, 'tidying files'))
  const files = createSqliteFiles(db, filesFolder(dataDir))
  let missing = 0
  files.missing().then(
    (lost) => {
      missing = lost.length
      if (missing > 0)
        fault(`${missing} files are not in ${filesFolder(dataDir)}`, 'looking for files')
    },
    (error: unknown) => fault(error, 'looking for files'),
  )
  compactor.compactDue().catch((error: unknown) => fault(error, 'compacting'))
  return {
    log,
    directory,
    hub,
    files,
    missingFiles: () => missing,
    endRecovery: recovery.end,
    async close(reason) {
      await hub.close(reason)
      await compactor.close()
      await checks.close()
      closeDatabase(db)
    },
  }
}
