/** Asks the search worker; started with the first question. Null: it cannot answer, titles must do. */
import * as z from 'zod/mini'
import type { Found } from '#client/workers/search-index.ts'
import type { WorkspaceId } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'

const answerSchema = z.object({
  job: z.int(),
  found: z.nullable(
    z.array(
      z.object({
        name: docNameSchema,
        title: z.string(),
        excerpt: z.nullable(z.object({ before: z.string(), match: z.string(), after: z.string() })),
      }),
    ),
  ),
})

/** Shown at most; more is asked for with more words. */
const foundAtMost = 30

export interface Search {
  /** Null also when something newer was asked meanwhile. */
  find(asked: string): Promise<readonly Found[] | null>
  stop(): void
}

export function createSearch(workspace: WorkspaceId): Search {
  let worker: Worker | null = null
  let jobs = 0
  let waiting: { readonly job: number; answer(found: readonly Found[] | null): void } | null = null
  const settle = (found: readonly Found[] | null): void => {
    waiting?.answer(found)
    waiting = null
  }
  const start = (): Worker => {
    const made = new Worker(new URL('../../workers/search.worker.ts', import.meta.url), {
      type: 'module',
    })
    made.addEventListener('error', () => settle(null))
    made.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const { job, found } = z.parse(answerSchema, data)
      if (job === waiting?.job) settle(found)
    })
    return made
  }
  return {
    find(asked) {
      settle(null)
      worker ??= start()
      const job = (jobs += 1)
      worker.postMessage({ job, workspace, asked, limit: foundAtMost })
      return new Promise((answer) => (waiting = { job, answer }))
    },
    stop() {
      settle(null)
      worker?.terminate()
    },
  }
}
