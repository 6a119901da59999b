/** The same result for people: one block per case, one line per relay, with its ratio to ours. */
import { rounded } from './load/numbers.ts'
import type { CaseLine } from './report.ts'

export function humanTable(name: string, machine: string, lines: readonly CaseLine[]): string {
  return [`${name} on ${machine}`, ...lines.map(block)].join('\n\n')
}

function block(line: CaseLine): string {
  const head = `${line.case} (${line.unit}, ${line.better} is better, n=${line.n})`
  const ours = line.ours === null ? 'not measured' : `${line.ours}  (${line.min} to ${line.max})`
  const rows = [
    row('ours', ours, line),
    ...Object.entries(line.others).map(([server, value]) =>
      row(server, compared(value, line.ours), line),
    ),
  ]
  return [head, ...rows].join('\n')
}

function row(
  server: string,
  value: string,
  { cpu, generator, elsewhere, counts }: CaseLine,
): string {
  const counted = counts?.[server]
  const beside = [
    counted === undefined ? '' : `${counted.lost} of ${counted.of} in ${counted.rounds} rounds`,
    cpu?.[server] === undefined ? '' : `server CPU ${cpu[server]} s`,
    generator?.[server] === undefined ? '' : `generator ${generator[server]}`,
    (elsewhere?.[server] ?? 0) < 0.2 ? '' : `other work ${elsewhere?.[server]} cores`,
  ].filter((part) => part !== '')
  return `  ${server.padEnd(12)} ${value.padEnd(34)} ${beside.join(', ')}`.trimEnd()
}

const compared = (value: number, ours: number | null): string =>
  ours === null || value === 0 || !Number.isFinite(value)
    ? `${value}`
    : `${value}  (ours is ${rounded(ours / value)} ×)`
