/**
 * `npm run simulate -- --seeds N [--from S] [--jobs J]` runs schedules, in J processes, `--seed S [--trace]` one of them.
 * Ends with 1 when an edit is lost, two copies differ or a status lies. `--fault K` plants a fault (faults.ts) and stops at the first seed that finds it.
 */
import { runSchedule, type Told } from './schedule.ts'
import { plantedFaults } from './faults.ts'
import { runJobs } from './jobs.ts'

const wanted = (name: string): string | null => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? null : (process.argv[at + 1] ?? '')
}
const one = wanted('seed')
const from = Number(one ?? wanted('from') ?? 1)
const seeds = one === null ? Number(wanted('seeds') ?? 1_000) : 1
const isTraced = process.argv.includes('--trace')
const planted = wanted('fault')
const fault = planted === null ? null : (plantedFaults[Number(planted)] ?? null)

const jobs = one === null && fault === null ? Number(wanted('jobs') ?? 1) : 1

const endedWell = jobs > 1 ? await runJobs(jobs, from, seeds) : await runHere()
process.exitCode = endedWell ? 0 : 1

async function runHere(): Promise<boolean> {
  const began = performance.now()
  const sums = {
    edits: 0,
    acts: 0,
    tabKills: 0,
    relayKills: 0,
    restores: 0,
    lostDisks: 0,
    quotaErrors: 0,
    refused: 0,
    retried: 0,
    discarded: 0,
    revoked: 0,
    clockJumps: 0,
    rests: 0,
    grants: 0,
    cuts: 0,
    lateFrames: 0,
    repeatedPushes: 0,
    virtualHours: 0,
  }
  const failed: Told[] = []
  let schedules = 0

  // What the product loads when it is first needed is there before the first schedule counts: loading takes no virtual time.
  await runSchedule(1, null)

  for (let seed = from; seed < from + seeds; seed += 1) {
    const told = await runSchedule(seed, fault)
    schedules += 1
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += told[key]
    if (isTraced && told.findings.length === 0) show(told)
    if (told.findings.length === 0) continue
    failed.push(told)
    if (failed.length === 1) show(told)
    tell(told)
    if (fault !== null) break
  }

  const found = failed.flatMap(({ findings }) => findings)
  console.log(
    JSON.stringify({
      schedules,
      ...sums,
      virtualHours: Math.round(sums.virtualHours),
      losses: found.filter(({ kind }) => kind === 'loss').length,
      divergences: found.filter(({ kind }) => kind === 'divergence').length,
      lies: found.filter(({ kind }) => kind === 'lie' || kind === 'uncommitted').length,
      failed: failed.map(({ seed }) => seed),
      seconds: Math.round((performance.now() - began) / 100) / 10,
    }),
  )
  return failed.length === 0
}

function show({ seed, lines }: Told): void {
  console.log(`seed ${seed}, in milliseconds of its own time:`)
  for (const line of lines) console.log(line)
}

function tell({ seed, findings }: Told): void {
  console.log(`seed ${seed}:`)
  for (const { kind, text } of findings.slice(0, 12)) console.log(`  ${kind}: ${text}`)
}
