/** A device that has nothing fetches 1,000 stored documents over one socket from a relay that has just started. */
import { startMeter } from '../load/load-meter.ts'
import { contentOf, storedDocument } from '../load/stored-document.ts'
import { startServer } from '../servers/server.ts'
import { wireOf } from '../wires/wire-of.ts'
import { putStoredDocuments, storedNames } from './stored-documents.ts'
import type { Scenario } from '../scenario.ts'

export const coldSync: Scenario = {
  name: 'cold-sync',
  servers: ['hocuspocus', 'ours'],
  async measure(setting) {
    const count = setting.quick ? 50 : 1_000
    // The same shelf as for the memory of open documents, which are twice as many.
    await putStoredDocuments(setting, count * 2)
    const server = await startServer(setting.server, setting.folder)
    try {
      const wire = await wireOf(server, 1)
      const arrived = new Map<string, Uint8Array[]>()
      const meter = startMeter(server.pid)
      await wire.fetch(storedNames(count), (doc, updates) => arrived.set(doc, updates))
      const { seconds, cpu, generator, elsewhere } = meter()
      check(arrived, count)
      return [
        {
          case: `cold sync of ${count} stored documents over one socket`,
          unit: 'documents/s',
          better: 'higher',
          value: count / seconds,
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

/** A number for documents that are not whole would be worth nothing. */
function check(arrived: ReadonlyMap<string, readonly Uint8Array[]>, count: number): void {
  if (arrived.size !== count) throw new Error(`${arrived.size} of ${count} documents arrived`)
  const expected = storedDocument().content
  for (const [doc, updates] of arrived) {
    if (contentOf(updates) !== expected) throw new Error(`${doc} is not whole`)
  }
}
