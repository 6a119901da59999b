/**
 * The worker that makes index rows; where a browser gives none, or it ends, the page makes them itself. The list needs
 * none made, so what reads a document comes after the first screen and before any document is opened.
 */
import type * as Y from 'yjs'
import * as z from 'zod/mini'
import type { Summariser } from '#client/replica/index-rows.ts'
import type { IndexRow } from '#client/replica/store.ts'
import {
  parseSummary,
  readCard,
  writeCard,
  type DocumentSummary,
} from '#shared/documents/summaries.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'

const answerSchema = z.object({
  job: z.int(),
  rows: z.nullable(
    z.array(
      z.object({
        doc: docNameSchema,
        summary: z.unknown(),
        changedAt: z.number(),
        isHere: z.boolean(),
      }),
    ),
  ),
})

let reader: { summarise(name: DocName, doc: Y.Doc): DocumentSummary } | null = null

export async function readDocuments(): Promise<void> {
  reader ??= await import('#shared/documents/readers/summarise.ts')
}

export function createSummariser(): Summariser<DocumentSummary> {
  const waiting = new Map<number, (rows: readonly IndexRow[] | null) => void>()
  let jobs = 0
  let worker: Worker | null = null
  let isBroken = typeof Worker === 'undefined'

  const end = (): void => {
    isBroken = true
    worker?.terminate()
    for (const resolve of waiting.values()) resolve(null)
    waiting.clear()
  }
  const start = (): Worker => {
    const made = new Worker(new URL('../workers/summaries.worker.ts', import.meta.url), {
      type: 'module',
    })
    made.addEventListener('error', end)
    made.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const { job, rows } = z.parse(answerSchema, data)
      waiting.get(job)?.(rows)
      waiting.delete(job)
    })
    return made
  }
  return {
    ready: readDocuments,
    summarise(name, doc) {
      if (reader === null) throw new Error(`${name} was opened before it can be read`)
      return reader.summarise(name, doc)
    },
    parseSummary,
    writeCard,
    readCard,
    elsewhere(workspace, docs) {
      if (isBroken || docs.length === 0) return Promise.resolve(isBroken ? null : [])
      worker ??= start()
      const job = (jobs += 1)
      worker.postMessage({ job, workspace, docs })
      return new Promise((resolve) => waiting.set(job, resolve))
    },
  }
}
