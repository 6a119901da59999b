/** What must be there before a run: the peers' packages, and our relay as it is built for operators. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isOursBuilt, peersFolder } from './servers/commands.ts'

export function installPeers(): void {
  if (existsSync(`${peersFolder}node_modules/.package-lock.json`)) return
  process.stderr.write('installing the other relays\n')
  run('npm', ['ci', '--prefix', peersFolder])
}

/** Answers whether our relay can be started. */
export function buildOurs(): boolean {
  if (!isOursBuilt()) {
    process.stderr.write('building our relay\n')
    run('npm', ['run', 'build'])
  }
  if (isOursBuilt()) return true
  process.stderr.write('our relay could not be built, so only the others are measured\n')
  return false
}

/** Its words go to stderr, since stdout is the result's. */
function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: ['ignore', 2, 2] })
}
