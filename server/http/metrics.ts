/** What operators can measure, in Prometheus' words. */
import type { Counts } from '#server/relay/hub.ts'
import type { Filed } from './deps.ts'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  counted(counts: Counts): void
  committed(seconds: number): void
  filed(did: Filed, bytes: number): void
}

export function createMetrics(read: {
  sockets: () => number
  rooms: () => number
  isGreen: () => boolean
  canStoreFiles: () => Promise<boolean>
  missingFiles: () => number
}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const rows = new Counter({ name: 'asterism_rows_total', help: 'Changes committed', registers })
  const differences = new Counter({
    name: 'asterism_content_differences_total',
    help: 'Times that devices showed different content of a document',
    registers,
  })
  const turns = new Histogram({
    name: 'asterism_commit_documents',
    help: 'Documents in one commit',
    buckets: [1, 2, 5, 10, 50, 200, 1000],
    registers,
  })
  const commits = new Histogram({
    name: 'asterism_commit_seconds',
    help: 'Time of one commit',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.2, 1, 5],
    registers,
  })
  const files = new Counter({
    name: 'asterism_files_total',
    help: 'Files taken, attached without their bytes, or read',
    labelNames: ['did'],
    registers,
  })
  const fileBytes = new Counter({
    name: 'asterism_file_bytes_total',
    help: 'Bytes of files taken or read',
    labelNames: ['did'],
    registers,
  })
  const gauge = (name: string, help: string, value: () => number | Promise<number>): void => {
    void new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await value())
      },
    })
  }
  gauge('asterism_sockets', 'Open sockets', read.sockets)
  gauge('asterism_documents_in_memory', 'Documents whose state is in memory', read.rooms)
  gauge('asterism_healthy', '1 while commits succeed', () => (read.isGreen() ? 1 : 0))
  gauge('asterism_files_healthy', '1 while files can be stored', async () =>
    (await read.canStoreFiles()) ? 1 : 0,
  )
  gauge(
    'asterism_files_missing',
    'Files taken once whose bytes were not here at the last start',
    () => read.missingFiles(),
  )
  return {
    registry,
    counted(counts) {
      if ('differences' in counts) return differences.inc(counts.differences)
      rows.inc(counts.rows)
      turns.observe(counts.documents)
    },
    committed: (seconds) => commits.observe(seconds),
    filed(did, bytes) {
      files.inc({ did })
      fileBytes.inc({ did }, bytes)
    },
  }
}
