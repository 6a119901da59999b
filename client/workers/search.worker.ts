/** Searches everything on this device off the main thread. One search after the other; the newest asked is answered last. */
import * as z from 'zod/mini'
import { workspaceIdSchema } from '#shared/protocol/names.ts'
import { openWorkspace } from './open-workspace.ts'
import { createSearchIndex } from './search-index.ts'

const jobSchema = z.object({
  job: z.int(),
  workspace: workspaceIdSchema,
  asked: z.string(),
  limit: z.int(),
})

const index = createSearchIndex()
let turn = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const { job, workspace, asked, limit } = z.parse(jobSchema, data)
  turn = turn.then(async () => {
    try {
      await index.refresh(await openWorkspace(workspace))
      postMessage({ job, found: index.find(asked, limit) })
    } catch (fault) {
      console.error('this device could not be searched', fault)
      postMessage({ job, found: null })
    }
  })
})
