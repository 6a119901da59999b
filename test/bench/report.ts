/** Combines the runs of each case into one line: the median of every relay, the spread of ours; lost updates are summed. */
import { cpus, release, totalmem } from 'node:os'
import { median, rounded } from './load/numbers.ts'
import type { Measured } from './schedule.ts'

export interface CaseLine {
  readonly case: string
  readonly unit: string
  readonly better: 'higher' | 'lower'
  readonly ours: number | null
  readonly others: Record<string, number>
  /** Runs of ours (of the others where ours did not run); for lost updates, rounds. */
  readonly n: number
  readonly min: number | null
  readonly max: number | null
  /** Median server CPU seconds of the measured span, where measured. */
  readonly cpu?: Record<string, number>
  /** Median load of the generator; above 0.9 it, not the relay, set the limit. */
  readonly generator?: Record<string, number>
  /** Median cores other work on the machine kept busy: above about 0.2 the figure is disturbed. */
  readonly elsewhere?: Record<string, number>
  /** Lost updates in plain counts. */
  readonly counts?: Record<
    string,
    { readonly lost: number; readonly of: number; readonly rounds: number }
  >
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.version}`

export function caseLines(measured: readonly Measured[]): CaseLine[] {
  const names = [...new Set(measured.map(({ figure }) => figure.case))]
  return names.map((name) => caseLine(measured.filter(({ figure }) => figure.case === name)))
}

function caseLine(measured: readonly Measured[]): CaseLine {
  const [first] = measured
  if (first === undefined) throw new Error('a case without figures')
  const servers = [...new Set(measured.map(({ server }) => server))]
  const of = (server: string): Measured[] => measured.filter((one) => one.server === server)
  const others = Object.fromEntries(
    servers.filter((server) => server !== 'ours').map((server) => [server, valueOf(of(server))]),
  )
  const ours = of('ours')
  const spread = ours.flatMap(({ figure }) =>
    figure.rounds === undefined
      ? [figure.value]
      : figure.rounds.map(({ lost, of: all }) => perThousand(lost, all)),
  )
  const { case: name, unit, better } = first.figure
  const counted = first.figure.rounds !== undefined
  return {
    case: name,
    unit,
    better,
    ours: ours.length === 0 ? null : valueOf(ours),
    others,
    n: spread.length > 0 ? spread.length : of(servers[0] ?? '').length,
    min: spread.length === 0 ? null : rounded(Math.min(...spread)),
    max: spread.length === 0 ? null : rounded(Math.max(...spread)),
    ...besides('cpu', servers, of),
    ...besides('generator', servers, of),
    ...besides('elsewhere', servers, of),
    ...(counted
      ? { counts: Object.fromEntries(servers.map((server) => [server, countsOf(of(server))])) }
      : {}),
  }
}

function valueOf(measured: readonly Measured[]): number {
  if (measured[0]?.figure.rounds === undefined)
    return rounded(median(measured.map(({ figure }) => figure.value)))
  const { lost, of } = countsOf(measured)
  return rounded(perThousand(lost, of))
}

function countsOf(measured: readonly Measured[]) {
  const rounds = measured.flatMap(({ figure }) => figure.rounds ?? [])
  return {
    lost: rounds.reduce((sum, { lost }) => sum + lost, 0),
    of: rounds.reduce((sum, { of }) => sum + of, 0),
    rounds: rounds.length,
  }
}

const perThousand = (lost: number, of: number): number => (lost === 0 ? 0 : (lost / of) * 1000)

function besides<K extends 'cpu' | 'generator' | 'elsewhere'>(
  key: K,
  servers: readonly string[],
  of: (server: string) => Measured[],
): { [P in K]?: Record<string, number> } {
  const values: Record<string, number> = {}
  for (const server of servers) {
    const found = of(server).flatMap(({ figure }) => figure[key] ?? [])
    if (found.length > 0) values[server] = rounded(median(found))
  }
  return Object.keys(values).length === 0
    ? {}
    : ({ [key]: values } as { [P in K]?: Record<string, number> })
}
