/** What a delivery costs the server at a rate people cause: 50 updates a second to 50 receivers of one document. */
import { createMapEdits } from '../load/map-edits.ts'
import { benchDocName } from '../load/doc-names.ts'
import { startMeter } from '../load/load-meter.ts'
import { readClockRange } from '../load/clock-range.ts'
import { pace, until } from '../load/pace.ts'
import { startServer } from '../servers/server.ts'
import { wireOf } from '../wires/wire-of.ts'
import type { Scenario } from '../scenario.ts'

const RECEIVERS = 50
const RATE = 50

export const ordinaryRate: Scenario = {
  name: 'ordinary-rate',
  servers: ['bare', 'bare-batch', 'bare-commit', 'hocuspocus', 'ours'],
  async measure({ server: name, folder, quick }) {
    const server = await startServer(name, folder)
    try {
      const wire = await wireOf(server, RECEIVERS + 1)
      const range = { client: 0, from: 0, count: 0 }
      let delivered = 0
      for (let i = 0; i < RECEIVERS; i++) {
        await wire.join(benchDocName(2), 500 + i, {
          update: (bytes) => {
            if (readClockRange(bytes, range)) delivered += range.count
          },
        })
      }
      const edits = createMapEdits(400)
      const writer = await wire.join(benchDocName(2), edits.client, { update: () => undefined })
      const send = async (ms: number): Promise<void> => {
        const updates = edits.take(Math.round((RATE * ms) / 1000))
        let sent = 0
        const expected = delivered + updates.length * RECEIVERS
        await pace(RATE, ms, (upTo) => {
          for (const update of updates.slice(sent, upTo)) writer.push(update)
          sent = upTo
          writer.flush()
        })
        if (!(await until(() => delivered >= expected, 5_000)))
          throw new Error('updates did not arrive')
      }
      await send(quick ? 300 : 2_000)
      delivered = 0
      const meter = startMeter(server.pid)
      await send(quick ? 1_000 : 10_000)
      const { cpu, generator, elsewhere } = meter()
      return [
        {
          case: `server CPU per delivery, ${RATE} updates/s to ${RECEIVERS} receivers`,
          unit: 'µs',
          better: 'lower',
          value: (cpu / delivered) * 1e6,
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
