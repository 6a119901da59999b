/** A device that has nothing fetches 1,000 stored documents over one socket from a relay that has just started. */
import * as Y from 'yjs'
import { startMeter } from '../load/load-meter.ts'
import { storedDocument } from '../load/map-edits.ts'
import { startServer } from '../servers/server.ts'
import { wireOf } from '../wires/wire-of.ts'
import { putStoredDocuments, storedNames, STORED_BYTES } from './stored-documents.ts'
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
      const { seconds, cpu, generator } = meter()
      await check(arrived, count)
      return [
        {
          case: `cold sync of ${count} stored documents over one socket`,
          unit: 'documents/s',
          better: 'higher',
          value: count / seconds,
          cpu,
          generator,
        },
      ]
    } finally {
      await server.kill()
    }
  },
}

/** A number for documents that are not whole would be worth nothing. */
async function check(arrived: ReadonlyMap<string, readonly Uint8Array[]>, count: number): Promise<void> {
  if (arrived.size !== count) throw new Error(`${arrived.size} of ${count} documents arrived`)
  const expected = contentOf(storedDocument(300, STORED_BYTES, 20))
  for (const [doc, updates] of arrived) {
    if (contentOf(updates) !== expected) throw new Error(`${doc} is not whole`)
  }
}

function contentOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const entries = [...doc.getMap('fields').entries()]
  doc.destroy()
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
