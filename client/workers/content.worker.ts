/** Makes a document's eight bytes from its rows, off the main thread. */
import * as z from 'zod/mini'
import { hashOfUpdates } from '#client/replica/hash-of-updates.ts'

const jobSchema = z.object({ job: z.int(), updates: z.array(z.instanceof(Uint8Array)) })

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const { job, updates } = z.parse(jobSchema, data)
  postMessage({ job, hash: hashOfUpdates(updates) })
})
