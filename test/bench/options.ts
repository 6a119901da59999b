/** The command line of the benchmark. */
import { parseArgs } from 'node:util'
import { serverNames, type ServerName } from './servers/commands.ts'

export interface Options {
  readonly name: 'relay' | 'durability'
  readonly json: boolean
  readonly quick: boolean
  readonly runs: number
  readonly rounds: number | null
  readonly cases: readonly string[] | null
  readonly servers: readonly ServerName[]
  readonly seed: number
}

export const USAGE = `npm run bench -- relay|durability [--json] [--quick] [--runs N] [--rounds N] [--cases a,b] [--servers a,b] [--seed N]`
const LEAST_RUNS = 3

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
    },
  })
  const [name] = positionals
  if (name !== 'relay' && name !== 'durability') return null
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
  }
}
