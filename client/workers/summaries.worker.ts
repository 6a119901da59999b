/** Makes index rows of documents off the main thread, on its own connection to the workspace's database. */
import * as Y from 'yjs'
import * as z from 'zod/mini'
import { summariseOnDisk } from '#client/replica/disk-index.ts'
import { summarise } from '#shared/documents/readers/summarise.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { docNameSchema, workspaceIdSchema } from '#shared/protocol/names.ts'
import { openWorkspace } from './open-workspace.ts'

const jobSchema = z.object({
  job: z.int(),
  workspace: workspaceIdSchema,
  docs: z.array(z.tuple([docNameSchema, z.nullable(z.number())])),
})

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const { job, workspace, docs } = z.parse(jobSchema, data)
  openWorkspace(workspace)
    .then((database) => summariseOnDisk(database, docs, summariseUpdates))
    .then((rows) => postMessage({ job, rows }))
    .catch((fault: unknown) => {
      console.error('index rows could not be made in the worker', fault)
      postMessage({ job, rows: null })
    })
})

function summariseUpdates(name: DocName, updates: readonly Uint8Array[]): unknown {
  const doc = new Y.Doc()
  if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...updates]))
  const summary = summarise(name, doc)
  doc.destroy()
  return summary
}
