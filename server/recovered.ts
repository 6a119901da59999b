/**
 * `npm run recovered`: everybody who could bring something back after a restore has; from now on nobody brings another's
 * changes. DATA_DIR says where the data is; a running relay is asked to do it. Ends with 1 when it could not be done.
 */
import { resolve } from 'node:path'
import {
  endRecoveryHere,
  sayRecovered,
  sayRecoveredRefusal,
} from '#server/log/recovered-command.ts'

const ended = await endRecoveryHere(resolve(process.env['DATA_DIR'] ?? 'data'), Date.now)
const { zh, en } = ended.ok ? sayRecovered(ended.value) : sayRecoveredRefusal(ended.refusal)
if (!ended.ok) process.exitCode = 1
const print = ended.ok ? console.log : console.error
print(`${zh}\n${en}`)
