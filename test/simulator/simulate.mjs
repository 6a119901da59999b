/** `npm run simulate -- …`: makes the simulator's one file and runs it with the words given (main.ts). */
import { spawnSync } from 'node:child_process'
import { bundleSimulator } from './bundle.mjs'

const { file, remove } = await bundleSimulator()
try {
  const words = ['--enable-source-maps', file, ...process.argv.slice(2)]
  process.exitCode = spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1
} finally {
  remove()
}
