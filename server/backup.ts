/**
 * `npm run backup -- FILE`: one file with everything the relay has stored, written while it runs. DATA_DIR says where
 * the data is. Ends with 1 when nothing was written.
 */
import { resolve } from 'node:path'
import { sayBackupRefusal, writeBackup, type Sentence } from '#server/log/backup-file.ts'
import { sayMissing } from '#server/log/restore-command.ts'

const say = ({ zh, en }: Sentence, print: (line: string) => void): void => print(`${zh}\n${en}`)
const dataDir = resolve(process.env['DATA_DIR'] ?? 'data')
const named = process.argv.slice(2).find((word) => word !== 'backup')

if (named === undefined) {
  say({ zh: '用法:npm run backup -- 文件', en: 'Usage: npm run backup -- FILE' }, console.error)
  process.exitCode = 1
} else {
  // npm starts scripts in the package's folder; the person named the file from where they are.
  const file = resolve(process.env['INIT_CWD'] ?? '.', named)
  const written = writeBackup(dataDir, file)
  if (written.ok) {
    const { documents, rows, bytes, files, missing } = written.value
    const lost = sayMissing(missing)
    const size = (bytes / 1024 / 1024).toFixed(1)
    say(
      {
        zh: `已备份到 ${file}:${documents} 份文档,${rows} 次更改,${size} MB;另有 ${files} 个文件在旁边的 asterism-files 里。${lost.zh}`,
        en: `Backed up to ${file}: ${documents} documents, ${rows} changes, ${size} MB; ${files} files beside it in asterism-files.${lost.en}`,
      },
      console.log,
    )
  } else {
    say(sayBackupRefusal(written.refusal), console.error)
    process.exitCode = 1
  }
}
