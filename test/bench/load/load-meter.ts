/** CPU of the server and of this generator over a span. */
import { cpuSeconds } from '../servers/process-figures.ts'

export function startMeter(pid: number) {
  const began = performance.now()
  const server = cpuSeconds(pid)
  const own = process.cpuUsage()
  return () => {
    const used = process.cpuUsage(own)
    const seconds = (performance.now() - began) / 1000
    return { seconds, cpu: cpuSeconds(pid) - server, generator: (used.user + used.system) / 1e6 / seconds }
  }
}
