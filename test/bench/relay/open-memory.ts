/** What 2,000 open documents of 10 kB, nobody typing, one socket each, take of the server's memory. */
import { startServer } from '../servers/server.ts'
import { residentBytes } from '../servers/process-figures.ts'
import { wireOf } from '../wires/wire-of.ts'
import { putStoredDocuments, storedNames } from './stored-documents.ts'
import type { Scenario } from '../scenario.ts'

export const openMemory: Scenario = {
  name: 'open-memory',
  servers: ['hocuspocus', 'ours'],
  async measure(setting) {
    const count = setting.quick ? 100 : 2_000
    await putStoredDocuments(setting, count)
    const server = await startServer(setting.server, setting.folder)
    try {
      const wire = await wireOf(server, count)
      await settled(setting.quick)
      const before = residentBytes(server.pid)
      let client = 50_000
      let lost = 0
      for (const doc of storedNames(count)) {
        await wire.join(doc, client++, { update: () => undefined, lost: () => lost++ })
      }
      await settled(setting.quick)
      if (lost > 0) throw new Error(`${lost} sockets were closed`)
      return [
        {
          case: `memory per open idle document of 10 kB with its socket, ${count} open`,
          unit: 'kB',
          better: 'lower',
          value: (residentBytes(server.pid) - before) / 1024 / count,
        },
      ]
    } finally {
      await server.kill()
    }
  },
}

/** What was needed only for a moment is given back in the seconds after. */
const settled = (quick: boolean): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, quick ? 500 : 4_000))
