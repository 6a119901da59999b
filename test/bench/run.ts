/**
 * `npm run bench -- relay|durability`: our relay beside others, run in turns on this machine. Prints one JSON object
 * with --json, a table without. It judges nothing: there is no assertion about time anywhere.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOptions, USAGE, type Options } from './options.ts'
import { buildOurs, installPeers } from './prepare.ts'
import { caseLines, machine } from './report.ts'
import { runScenario, type Measured } from './schedule.ts'
import { suites } from './suites.ts'
import { humanTable } from './table.ts'

const options = readOptions(process.argv.slice(2))
if (options === null) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  await bench(options)
}

async function bench({
  name,
  json,
  quick,
  runs,
  rounds,
  cases,
  servers,
  seed,
}: Options): Promise<void> {
  installPeers()
  const withOurs = servers.includes('ours') && buildOurs()
  const folder = mkdtempSync(join(tmpdir(), 'asterism-bench-'))
  const measured: Measured[] = []
  try {
    const plan = {
      servers: servers.filter((server) => withOurs || server !== 'ours'),
      runs,
      rounds,
      quick,
      seed,
      folder,
    }
    for (const scenario of suites[name]) {
      if (cases !== null && !cases.includes(scenario.name)) continue
      measured.push(...(await runScenario(scenario, plan)))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const lines = caseLines(measured)
  const text = json
    ? JSON.stringify({ name, machine: machine(), cases: lines, seed, quick })
    : humanTable(name, machine(), lines)
  process.stdout.write(`${text}\n`)
}
