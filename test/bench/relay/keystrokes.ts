/** 260,000 generated keystrokes, each its own update, as fast as the relay takes them, until a second client has them all. */
import { keystrokeTrace } from '../load/keystrokes.ts'
import { benchDocName } from '../load/doc-names.ts'
import { createSignal } from '../load/signal.ts'
import { startMeter } from '../load/load-meter.ts'
import { startServer } from '../servers/server.ts'
import { wireOf } from '../wires/wire-of.ts'
import { pushAll } from './push-all.ts'
import type { Scenario } from '../scenario.ts'

export const keystrokes: Scenario = {
  name: 'keystrokes',
  // Hocuspocus with its defaults did not finish this in 200 s, so it is left out.
  servers: ['bare', 'bare-batch', 'bare-commit', 'ours'],
  async measure({ server: name, folder, quick }) {
    const trace = keystrokeTrace(quick ? 20_000 : 260_000)
    const expected = trace.updates.reduce((sum, update) => sum + update.length, 0)
    const server = await startServer(name, folder)
    try {
      const wire = await wireOf(server, 2)
      const all = createSignal()
      const lost = (why: string): void => all.reject(new Error(why))
      let heard = 0
      let bytesHeard = 0
      await wire.join(benchDocName(3), 7_002, {
        update(bytes) {
          heard++
          bytesHeard += bytes.length
          if (heard === trace.updates.length) all.resolve()
        },
        lost,
      })
      const writer = await wire.join(benchDocName(3), trace.client, {
        update: () => undefined,
        lost,
      })
      const meter = startMeter(server.pid)
      await Promise.all([pushAll(writer, trace.updates), all.promise])
      const { seconds, cpu, generator, elsewhere } = meter()
      if (bytesHeard !== expected) throw new Error(`${bytesHeard} bytes arrived of ${expected}`)
      return [
        {
          case: `${trace.updates.length} keystrokes one by one to a second client`,
          unit: 's',
          better: 'lower',
          value: seconds,
          cpu,
          generator,
          elsewhere,
        },
      ]
    } finally {
      await server.kill()
    }
  },
}
