/** 500 documents with two people each, 1,000 updates a second in all, for 8 s: latency from one person to the other. */
import { createMapEdits } from '../load/map-edits.ts'
import { benchDocName } from '../load/doc-names.ts'
import { startMeter, type Used } from '../load/load-meter.ts'
import { percentile } from '../load/numbers.ts'
import { eachClockRange } from '../load/clock-range.ts'
import { pace, until } from '../load/pace.ts'
import { startServer } from '../servers/server.ts'
import { wireOf } from '../wires/wire-of.ts'
import type { Link } from '../wires/wire.ts'
import type { Figure, Scenario } from '../scenario.ts'

/** Of the first author; the others follow. */
const FIRST_CLIENT = 10_000

export const manyDocuments: Scenario = {
  name: 'many-documents',
  servers: ['bare', 'bare-commit', 'hocuspocus', 'ours'],
  async measure({ server: name, folder, quick }) {
    const documents = quick ? 100 : 500
    const people = documents * 2
    const seconds = quick ? 1 : 8
    const warm = quick ? 1 : 2
    const server = await startServer(name, folder)
    try {
      const wire = await wireOf(server, people)
      const each = seconds + warm
      const updates = Array.from({ length: people }, (_, i) =>
        createMapEdits(FIRST_CLIENT + i).take(each),
      )
      const sentAt = new Float64Array(people * each)
      const latencies: number[] = []
      const heardBy = (person: number) => (bytes: Uint8Array) => {
        const now = performance.now()
        eachClockRange(bytes, ({ client, from, count }) => {
          if (client === FIRST_CLIENT + person) return
          const first = (client - FIRST_CLIENT) * each + from
          for (let i = 0; i < count; i++) latencies.push(now - (sentAt[first + i] ?? Number.NaN))
        })
      }
      const links: Link[] = []
      for (let i = 0; i < people; i++) {
        links.push(await wire.join(benchDocName(i >> 1), FIRST_CLIENT + i, { update: heardBy(i) }))
      }
      const send = async (round: number, rounds: number): Promise<void> => {
        let sent = 0
        await pace(people, rounds * 1000, (upTo) => {
          for (; sent < upTo; sent++) {
            const person = sent % people
            const n = round + Math.floor(sent / people)
            sentAt[person * each + n] = performance.now()
            links[person]?.push(updates[person]?.[n] ?? new Uint8Array())
            links[person]?.flush()
          }
        })
        if (!(await until(() => latencies.length >= rounds * people, 5_000)))
          throw new Error('updates did not arrive')
      }
      await send(0, warm)
      latencies.length = 0
      const meter = startMeter(server.pid)
      await send(warm, seconds)
      const used = meter()
      return figures(latencies, used, documents)
    } finally {
      await server.kill()
    }
  },
}

function figures(
  latencies: readonly number[],
  { cpu, generator, elsewhere }: Used,
  documents: number,
): Figure[] {
  const what = `${documents} documents × 2 people, 1 update/s each`
  const lower = { better: 'lower', cpu, generator, elsewhere } as const
  return [
    { case: `${what}: p50`, unit: 'ms', value: percentile(latencies, 0.5), ...lower },
    { case: `${what}: p99`, unit: 'ms', value: percentile(latencies, 0.99), ...lower },
    { case: `${what}: server CPU`, unit: 's', value: cpu, ...lower },
  ]
}
