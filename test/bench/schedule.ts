/**
 * Alternating runs: every relay once, then every relay again, each in a fresh generator process and a fresh data
 * folder. A run that fails or never ends is told on stderr and left out of the figures.
 */
import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Figure, Scenario } from './scenario.ts'
import type { ServerName } from './servers/commands.ts'

export interface Plan {
  readonly servers: readonly ServerName[]
  readonly runs: number
  readonly rounds: number | null
  readonly quick: boolean
  readonly seed: number
  readonly folder: string
}

export interface Measured {
  /** `ours`, or the name of what stands beside it. */
  readonly server: string
  readonly figure: Figure
}

const LONGEST_MS = 300_000

const figuresSchema = z.array(
  z.object({
    case: z.string(),
    unit: z.string(),
    better: z.enum(['higher', 'lower']),
    value: z.number(),
    cpu: z.number().exactOptional(),
    generator: z.number().exactOptional(),
    elsewhere: z.number().exactOptional(),
    rounds: z.array(z.object({ lost: z.number(), of: z.number() })).exactOptional(),
  }),
)

export async function runScenario(scenario: Scenario, plan: Plan): Promise<Measured[]> {
  const measured: Measured[] = []
  const servers = scenario.servers.filter((server) => plan.servers.includes(server))
  const runsOf = (server: ServerName): number => scenario.runs?.(server, plan) ?? plan.runs
  const most = Math.max(0, ...servers.map(runsOf))
  for (let run = 0; run < most; run++) {
    // Forth and back, so that a drift of the machine favours nobody.
    for (const server of run % 2 === 0 ? servers : servers.toReversed()) {
      if (run >= runsOf(server)) continue
      process.stderr.write(`${scenario.name}: ${server}, run ${run + 1} of ${runsOf(server)}\n`)
      const folder = `${plan.folder}/run`
      rmSync(folder, { recursive: true, force: true })
      const figures = await measureOnce({
        scenario: scenario.name,
        server,
        folder,
        shelf: `${plan.folder}/shelf`,
        quick: plan.quick,
        seed: plan.seed,
        run,
      })
      measured.push(...figures.map((figure) => ({ server, figure })))
    }
  }
  return measured
}

function measureOnce(
  asked: { scenario: string; server: ServerName } & Record<string, unknown>,
): Promise<Figure[]> {
  return new Promise((resolve) => {
    const child = fork(
      fileURLToPath(new URL('once.ts', import.meta.url)),
      [JSON.stringify(asked)],
      {
        stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      },
    )
    let figures: Figure[] | null = null
    let said = ''
    // SIGTERM, so that the generator can end the relay it started.
    const patience = setTimeout(() => child.kill('SIGTERM'), LONGEST_MS)
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('message', (message) => (figures = figuresSchema.parse(message)))
    child.once('close', () => {
      clearTimeout(patience)
      if (figures === null)
        process.stderr.write(
          `${asked.scenario}, ${asked.server}: no figures. ${said.slice(0, 1_500)}\n`,
        )
      else if (said !== '') process.stderr.write(said)
      resolve(figures ?? [])
    })
  })
}
