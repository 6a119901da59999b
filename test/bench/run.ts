/**
 * `npm run bench -- relay|durability|replica|start|mirror|brief|import`: our relay beside others, or the app beside the plain way, run in
 * turns on this machine. Prints one JSON object with --json, a table without. It judges nothing: there is no assertion
 * about time anywhere.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOptions, USAGE, type Options } from './options.ts'
import { buildOurs, installPeers } from './prepare.ts'
import { runDevice } from './device/run-device.ts'
import { caseLines, machine, type CaseLine } from './report.ts'
import type { Scenario } from './scenario.ts'
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

async function bench(asked: Options): Promise<void> {
  const { name, json, quick, seed } = asked
  const folder = mkdtempSync(join(tmpdir(), 'asterism-bench-'))
  let lines: CaseLine[]
  try {
    lines = caseLines(
      name === 'relay' || name === 'durability'
        ? await benchRelay(suites[name], asked, folder)
        : await runDevice(name, { ...asked, folder }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const text = json
    ? JSON.stringify({ name, machine: machine(), cases: lines, seed, quick })
    : humanTable(name, machine(), lines)
  process.stdout.write(`${text}\n`)
}

async function benchRelay(
  scenarios: readonly Scenario[],
  { servers, runs, rounds, quick, seed, cases }: Options,
  folder: string,
): Promise<Measured[]> {
  installPeers()
  const withOurs = servers.includes('ours') && buildOurs()
  const plan = {
    servers: servers.filter((server) => withOurs || server !== 'ours'),
    runs,
    rounds,
    quick,
    seed,
    folder,
  }
  const measured: Measured[] = []
  for (const scenario of scenarios) {
    if (cases !== null && !cases.includes(scenario.name)) continue
    measured.push(...(await runScenario(scenario, plan)))
  }
  return measured
}
