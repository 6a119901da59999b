/** CPU of the server, of this generator and of everything else on the machine over a span. */
import { cpuSeconds, machineBusySeconds } from '../servers/process-figures.ts'

export interface Used {
  /** Length of the span. */
  readonly seconds: number
  /** Server CPU seconds. */
  readonly cpu: number
  /** Generator CPU ÷ elapsed. */
  readonly generator: number
  /** Cores kept busy by anything else. */
  readonly elsewhere: number
}

export function startMeter(pid: number): () => Used {
  const began = performance.now()
  const server = cpuSeconds(pid)
  const own = process.cpuUsage()
  const busy = machineBusySeconds()
  return () => {
    const used = process.cpuUsage(own)
    const seconds = (performance.now() - began) / 1000
    const generating = (used.user + used.system) / 1e6
    const cpu = cpuSeconds(pid) - server
    const elsewhere = Math.max(0, machineBusySeconds() - busy - cpu - generating)
    return { seconds, cpu, generator: generating / seconds, elsewhere: elsewhere / seconds }
  }
}
