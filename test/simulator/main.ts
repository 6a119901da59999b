/** `npm run simulate -- --seeds N [--from S]` runs schedules; `--seed S --trace` prints one. Ends with 1 on any finding. */
import { runSchedule, type Told } from './schedule.ts'
import { plantedFaults } from './faults.ts'

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

const began = performance.now()
const sums = { edits: 0, tabKills: 0, relayKills: 0, restores: 0, quotaErrors: 0, steps: 0 }
const failed: Told[] = []
for (let seed = from; seed < from + seeds; seed += 1) {
  const told = await runSchedule(seed, fault)
  for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += told[key]
  if (isTraced) for (const line of told.lines) console.log(line)
  if (told.findings.length > 0) {
    failed.push(told)
    console.log(`seed ${seed}:`)
    for (const { kind, text } of told.findings.slice(0, 12)) console.log(`  ${kind}: ${text}`)
  }
}
const seconds = (performance.now() - began) / 1000
console.log(
  JSON.stringify({
    schedules: seeds,
    ...sums,
    failed: failed.length,
    seconds: Math.round(seconds * 10) / 10,
  }),
)
process.exitCode = failed.length > 0 ? 1 : 0
