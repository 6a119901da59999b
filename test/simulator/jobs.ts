/**
 * Shares seeds out among processes of this same file and tells their sums as one. A seed's schedule is the same in any of
 * them. Left out: running schedules (main.ts).
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import * as z from 'zod/mini'

const toldSchema = z.looseObject({ failed: z.array(z.number()), seconds: z.number() })
type Told = z.infer<typeof toldSchema>

/** Prints what they print as it comes, their last lines added up; answers whether all of them ended well. */
export async function runJobs(jobs: number, from: number, seeds: number): Promise<boolean> {
  const share = Math.ceil(seeds / jobs)
  const firsts = Array.from({ length: jobs }, (_, job) => job * share)
  const all = await Promise.all(
    firsts
      .filter((first) => first < seeds)
      .map((first) => runJob(from + first, Math.min(share, seeds - first))),
  )
  const told = all.flatMap(({ sums }) => (sums === null ? [] : [sums]))
  console.log(JSON.stringify(together(told)))
  return all.every(({ endedWell }) => endedWell)
}

function runJob(from: number, seeds: number): Promise<{ endedWell: boolean; sums: Told | null }> {
  const words = [...process.execArgv, process.argv[1] ?? '', '--from', from, '--seeds', seeds]
  const child = spawn(process.execPath, words.map(String), { stdio: ['ignore', 'pipe', 'inherit'] })
  let sums: Told | null = null
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{"schedules"')) sums = z.parse(toldSchema, JSON.parse(line))
    else console.log(line)
  })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ endedWell: code === 0, sums }))
  })
}

function together(told: readonly Told[]): Record<string, unknown> {
  const sums: Record<string, unknown> = {}
  for (const [name, value] of told.flatMap((one) => Object.entries(one)))
    if (typeof value === 'number' && name !== 'seconds')
      sums[name] = Number(sums[name] ?? 0) + value
  return {
    ...sums,
    failed: told.flatMap(({ failed }) => failed),
    seconds: Math.max(...told.map(({ seconds }) => seconds)),
  }
}
