/**
 * Ending the recovery after a restore from the terminal: through the running relay if there is one, else here. Owns the
 * sentences. Left out: what a recovery allows (relay/check.ts).
 */
import { existsSync } from 'node:fs'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { askRelay, isOpenElsewhere } from './ask-relay.ts'
import { databaseFile, reasonOf, type Sentence } from './backup-file.ts'
import { recoveredAnswerSchema, runningRelay } from './relay-file.ts'
import { closeDatabase, openDatabase } from './sqlite-file.ts'
import { createRecovery } from './sqlite-recovery.ts'

export type RecoveredRefusal =
  | { readonly code: 'no-data'; readonly dataDir: string }
  | { readonly code: 'in-use' }
  | { readonly code: 'not-ended'; readonly reason: string }

/** Answers whether a recovery was under way. */
export async function endRecoveryHere(
  dataDir: string,
  now: () => number,
): Promise<Result<boolean, RecoveredRefusal>> {
  const file = databaseFile(dataDir)
  if (!existsSync(file)) return refuse({ code: 'no-data', dataDir })
  try {
    const relay = runningRelay(dataDir)
    const asked = relay === null ? null : await askRelay(relay, '/admin/recovered', {})
    if (asked?.kind === 'silent') return refuse({ code: 'not-ended', reason: asked.reason })
    if (asked?.kind === 'answer') return ok(recoveredAnswerSchema.parse(asked.body).ended)
    if (isOpenElsewhere(file)) return refuse({ code: 'in-use' })
    const db = openDatabase(file)
    try {
      return ok(createRecovery(db, now).end())
    } finally {
      closeDatabase(db)
    }
  } catch (error) {
    return refuse({ code: 'not-ended', reason: reasonOf(error) })
  }
}

export function sayRecovered(ended: boolean): Sentence {
  return ended
    ? {
        zh: '恢复期已结束。从现在起,每台设备只能带来自己的更改。',
        en: 'The recovery has ended. From now on a device can bring only its own changes.',
      }
    : {
        zh: '现在没有进行中的恢复期,没有改动。',
        en: 'No recovery was under way. Nothing was changed.',
      }
}

export function sayRecoveredRefusal(refusal: RecoveredRefusal): Sentence {
  switch (refusal.code) {
    case 'no-data':
      return {
        zh: `${refusal.dataDir} 里没有数据。请检查 DATA_DIR。`,
        en: `There is no data in ${refusal.dataDir}. Check DATA_DIR.`,
      }
    case 'in-use':
      return {
        zh: '另一个进程正在使用这份数据。请先停止它,再试一次。',
        en: 'Another process has this data open. Stop it, then try again.',
      }
    case 'not-ended':
      return {
        zh: `恢复期没有结束:${refusal.reason}。请稍后再试。`,
        en: `The recovery was not ended: ${refusal.reason}. Try again later.`,
      }
  }
}
