/**
 * A restore asked for at the terminal: through the running relay if there is one, else here, once it is sure that no
 * process has the data open. Owns the sentences.
 */
import type { FileId } from '#shared/lib/ids.ts'
import { refuse, type Result } from '#shared/lib/result.ts'
import { askRelay, isOpenElsewhere } from './ask-relay.ts'
import { databaseFile, reasonOf, sayBackupRefusal, type Sentence } from './backup-file.ts'
import {
  restoreAnswerSchema,
  restoreRefusalSchema,
  runningRelay,
  type RelayFile,
} from './relay-file.ts'
import { checkRestorable, restoreInto, type Restored, type RestoreRefusal } from './restore-into.ts'

export type CommandRefusal =
  | RestoreRefusal
  | { readonly code: 'in-use' }
  | { readonly code: 'relay-refused'; readonly said: Sentence }
  | { readonly code: 'relay-silent'; readonly pid: number; readonly reason: string }

export async function restoreHere(
  dataDir: string,
  file: string,
  now: number,
): Promise<Result<Restored, CommandRefusal>> {
  const checked = checkRestorable(dataDir, file)
  if (!checked.ok) return checked
  const relay = runningRelay(dataDir)
  if (relay !== null) {
    const answered = await askToRestore(relay, file)
    if (answered !== 'nobody-there') return answered
  }
  if (isOpenElsewhere(databaseFile(dataDir))) return refuse({ code: 'in-use' })
  return restoreInto(dataDir, file, now)
}

export function sayRestored({ documents, rows, keptAs, files, missing }: Restored): Sentence {
  const kept =
    keptAs === null
      ? { zh: '', en: '' }
      : { zh: `恢复前的数据保存在 ${keptAs}。`, en: ` The data before it is kept as ${keptAs}.` }
  const lost = sayMissing(missing)
  return {
    zh: `已恢复:${documents} 份文档,${rows} 次更改,${files} 个文件。${lost.zh}${kept.zh}备份之后的更改,会由保有它们的设备在下次连接时带回。`,
    en: `Restored: ${documents} documents, ${rows} changes, ${files} files.${lost.en}${kept.en} Changes made after the backup come back from the devices that hold them when they next connect.`,
  }
}

/** Which files are nowhere; empty when all are here. Many are counted, the first are named. */
export function sayMissing(missing: readonly FileId[]): Sentence {
  if (missing.length === 0) return { zh: '', en: '' }
  const named = missing.slice(0, FILES_NAMED).join(' ')
  const more = missing.length > FILES_NAMED ? ' …' : ''
  return {
    zh: `有 ${missing.length} 个文件找不到,要等还存着它们的设备连上后再发来:${named}${more}。`,
    en: ` ${missing.length} of the files are nowhere and come back when a device that holds them connects: ${named}${more}.`,
  }
}

const FILES_NAMED = 10

export function sayRestoreRefusal(refusal: CommandRefusal): Sentence {
  switch (refusal.code) {
    case 'in-use':
      return {
        zh: '另一个进程正在使用这份数据。请先停止它,再恢复。',
        en: 'Another process has this data open. Stop it, then restore.',
      }
    case 'relay-refused':
      return refusal.said
    case 'relay-silent':
      return {
        zh: `正在运行的服务器(进程 ${refusal.pid})没有回应:${refusal.reason}。请停止它,再恢复。`,
        en: `The running relay (process ${refusal.pid}) did not answer: ${refusal.reason}. Stop it, then restore.`,
      }
    case 'not-restored':
      return {
        zh: `没有恢复:${refusal.reason}。原来的数据仍在。`,
        en: `Not restored: ${refusal.reason}. The data is still there as it was.`,
      }
    default:
      return sayBackupRefusal(refusal)
  }
}

async function askToRestore(
  relay: RelayFile,
  file: string,
): Promise<Result<Restored, CommandRefusal> | 'nobody-there'> {
  const asked = await askRelay(relay, '/admin/restore', { file })
  if (asked.kind === 'nobody-there') return 'nobody-there'
  const silent = (reason: string): Result<Restored, CommandRefusal> =>
    refuse({ code: 'relay-silent', pid: relay.pid, reason })
  if (asked.kind === 'silent') return silent(asked.reason)
  try {
    if (asked.ok) return { ok: true, value: restoreAnswerSchema.parse(asked.body) }
    return refuse({ code: 'relay-refused', said: restoreRefusalSchema.parse(asked.body) })
  } catch (error) {
    return silent(reasonOf(error))
  }
}
