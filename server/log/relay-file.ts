/**
 * `relay.json` in the data folder says that a relay is running on it and how to ask it for a restore. Written after the
 * relay listens, readable by its user only, removed at exit; one left by a killed relay is recognised.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { fileIdSchema } from '#shared/protocol/names.ts'

const relayFileSchema = z.object({
  pid: z.int().min(1),
  adminUrl: z.url(),
  secret: z.string().min(20),
})
export type RelayFile = z.infer<typeof relayFileSchema>

/** POST `${adminUrl}/admin/restore` with `Authorization: Bearer <secret>`. `file` is an absolute path. */
export const restoreRequestSchema = z.object({ file: z.string().min(1) })
export const restoreAnswerSchema = z.object({
  epoch: z.string(),
  documents: z.int(),
  rows: z.int(),
  keptAs: z.nullable(z.string()),
  files: z.int(),
  missing: z.array(fileIdSchema),
})
/** What POST `${adminUrl}/admin/recovered` answers: whether a recovery was under way. */
export const recoveredAnswerSchema = z.object({ ended: z.boolean() })
/** What POST `${adminUrl}/admin/owner-link` answers: the complete link. */
export const ownerLinkAnswerSchema = z.object({ link: z.url() })
/** With a status of 400 or above. */
export const restoreRefusalSchema = z.object({ zh: z.string(), en: z.string() })

const pathIn = (dataDir: string): string => join(dataDir, 'relay.json')

export function writeRelayFile(dataDir: string, relay: RelayFile): void {
  // Removed first: the mode counts only when a file is made.
  rmSync(pathIn(dataDir), { force: true })
  writeFileSync(pathIn(dataDir), JSON.stringify(relay), { mode: 0o600 })
}

/** Removes the file if it is this process's own. */
export function removeRelayFile(dataDir: string, pid: number): void {
  if (readRelayFile(dataDir)?.pid === pid) rmSync(pathIn(dataDir), { force: true })
}

/** The relay that wrote the file, if a process with its number is alive; null otherwise or when it is unreadable. */
export function runningRelay(dataDir: string): RelayFile | null {
  const relay = readRelayFile(dataDir)
  return relay !== null && isAlive(relay.pid) ? relay : null
}

function readRelayFile(dataDir: string): RelayFile | null {
  if (!existsSync(pathIn(dataDir))) return null
  try {
    return relayFileSchema.parse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')))
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Alive, but another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
