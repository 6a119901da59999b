/**
 * `npm run restore -- FILE`: puts a backup in the place of the data. A running relay is asked to do it, otherwise the
 * file is swapped here. The data before it is kept beside. Ends with 1 when nothing was changed.
 */
import { resolve } from 'node:path'
import { restoreHere, sayRestored, sayRestoreRefusal } from '#server/log/restore-command.ts'

const dataDir = resolve(process.env['DATA_DIR'] ?? 'data')
const named = process.argv.slice(2).find((word) => word !== 'restore')

if (named === undefined) {
  console.error('用法:npm run restore -- 文件\nUsage: npm run restore -- FILE')
  process.exitCode = 1
} else {
  const restored = await restoreHere(
    dataDir,
    resolve(process.env['INIT_CWD'] ?? '.', named),
    Date.now(),
  )
  const { zh, en } = restored.ok ? sayRestored(restored.value) : sayRestoreRefusal(restored.refusal)
  if (!restored.ok) process.exitCode = 1
  const print = restored.ok ? console.log : console.error
  print(`${zh}\n${en}`)
}
