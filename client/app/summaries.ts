/**
 * The worker that makes index rows; where a browser gives none, or it ends, the page makes them itself. The list needs
 * none made, so what reads a brief comes after the first screen and before any brief is opened.
 */
import type * as Y from 'yjs'
import * as z from 'zod/mini'
import type { Summariser } from '#client/replica/index-rows.ts'
import type { IndexRow } from '#client/replica/store.ts'
import type { BriefSummary } from '#shared/domain/briefs/brief.ts'
import { readBriefCard, writeBriefCard } from '#shared/domain/briefs/brief-card.ts'
import { parseBriefSummary } from '#shared/domain/briefs/brief-summary.ts'
import { limits } from '#shared/protocol/limits.ts'
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

let reader: { readonly summariseBrief: (doc: Y.Doc) => BriefSummary } | null = null

export async function readBriefs(): Promise<void> {
  reader ??= await import('#shared/documents/readers/read-brief.ts')
}

export function createSummariser(): Summariser<BriefSummary> {
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
    ready: readBriefs,
    summarise(_name, doc) {
      if (reader === null) throw new Error('a brief was opened before it can be read')
      return reader.summariseBrief(doc)
    },
    parseSummary: parseBriefSummary,
    writeCard: (summary) => writeBriefCard(summary, limits.cardBytes),
    readCard: readBriefCard,
    elsewhere(workspace, docs) {
      if (isBroken || docs.length === 0) return Promise.resolve(isBroken ? null : [])
      worker ??= start()
      const job = (jobs += 1)
      worker.postMessage({ job, workspace, docs })
      return new Promise((resolve) => waiting.set(job, resolve))
    },
  }
}
