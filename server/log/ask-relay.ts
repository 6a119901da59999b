/** Asking the relay that runs on a data folder from a terminal, with the secret of its relay.json; and whether anybody has the data open. */
import { existsSync } from 'node:fs'
import { openAsIs, reasonOf } from './backup-file.ts'
import type { RelayFile } from './relay-file.ts'
import { prepare } from './sqlite-statement.ts'

export type RelayAnswer =
  | { readonly kind: 'answer'; readonly ok: boolean; readonly body: unknown }
  /** The process number went to somebody else: nothing listens where the relay did. */
  | { readonly kind: 'nobody-there' }
  | { readonly kind: 'silent'; readonly reason: string }

export async function askRelay(
  { adminUrl, secret }: RelayFile,
  path: '/admin/restore' | '/admin/recovered' | '/admin/owner-link',
  body: unknown,
): Promise<RelayAnswer> {
  try {
    const answer = await fetch(`${adminUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { kind: 'answer', ok: answer.ok, body: await answer.json() }
  } catch (error) {
    return isConnectionRefused(error)
      ? { kind: 'nobody-there' }
      : { kind: 'silent', reason: reasonOf(error) }
  }
}

/** Leaving WAL mode needs to be alone, so it tells whether somebody else has the file open. A damaged file is nobody's. */
export function isOpenElsewhere(file: string): boolean {
  if (!existsSync(file)) return false
  const db = openAsIs(file)
  try {
    db.exec('PRAGMA busy_timeout = 0')
    prepare(db, 'PRAGMA journal_mode = DELETE').one([])
    return false
  } catch (error) {
    return /locked|busy/i.test(reasonOf(error))
  } finally {
    db.close()
  }
}

const isConnectionRefused = (error: unknown): boolean =>
  error instanceof Error &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  error.cause.code === 'ECONNREFUSED'
