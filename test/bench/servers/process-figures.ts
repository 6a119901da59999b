/** What Linux says about a process, CPU time used and memory held, and about the whole machine. Ticks are 10 ms. */
import { readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** User and system seconds since the process started, all threads. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) * 1024
}

/** Seconds all CPUs together have spent working since the machine started. */
export function machineBusySeconds(): number {
  const [total] = readFileSync('/proc/stat', 'utf8').split('\n')
  const [user, nice, system, , , irq, softIrq] = (total ?? '')
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (
    [user, nice, system, irq, softIrq].reduce<number>((sum, ticks) => sum + (ticks ?? 0), 0) /
    TICKS_PER_SECOND
  )
}
