/** The command line of the benchmark. */
import { parseArgs } from 'node:util'
import type { DeviceBenchName } from './device/run-device.ts'
import { serverNames, type ServerName } from './servers/commands.ts'

export interface Options {
  readonly name: 'relay' | 'durability' | DeviceBenchName
  readonly json: boolean
  readonly quick: boolean
  readonly runs: number
  readonly rounds: number | null
  readonly cases: readonly string[] | null
  readonly servers: readonly ServerName[]
  readonly seed: number
  /** Briefs of the workspace a device is measured with; null: as many as the bench is about. */
  readonly briefs: number | null
}

export const USAGE = `npm run bench -- relay|durability [--json] [--quick] [--runs N] [--rounds N] [--cases a,b] [--servers a,b] [--seed N]
npm run bench -- replica|start|mirror|brief|import [--json] [--quick] [--runs N] [--briefs N] [--seed N]`
const LEAST_RUNS = 3
const names = ['relay', 'durability', 'replica', 'start', 'mirror', 'brief', 'import'] as const

export function readOptions(args: readonly string[]): Options | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      runs: { type: 'string' },
      rounds: { type: 'string' },
      cases: { type: 'string' },
      servers: { type: 'string' },
      seed: { type: 'string' },
      briefs: { type: 'string' },
    },
  })
  const name = names.find((one) => one === positionals[0])
  if (name === undefined) return null
  const wanted = values.servers?.split(',')
  return {
    name,
    json: values.json,
    quick: values.quick,
    runs: values.quick ? 1 : Math.max(1, Number(values.runs ?? LEAST_RUNS)),
    rounds: values.rounds === undefined ? null : Number(values.rounds),
    cases: values.cases?.split(',') ?? null,
    servers: serverNames.filter((server) => wanted === undefined || wanted.includes(server)),
    seed: Number(values.seed ?? 20261123),
    briefs: values.briefs === undefined ? null : Number(values.briefs),
  }
}
