/**
 * The longest task of a page's main thread, from the browser's own trace: its CPU time, which other work on the machine does not
 * change, in milliseconds.
 */
import * as z from 'zod'

const eventSchema = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.optional(z.number()),
  tdur: z.optional(z.number()),
})
const traceSchema = z.object({ traceEvents: z.array(eventSchema) })

export const traced = ['toplevel', 'blink.user_timing']

/** Of tasks that were not over when the page set `mark`, on the thread that set it. */
export function longestTask(trace: Buffer, mark: string): number {
  const { traceEvents } = traceSchema.parse(JSON.parse(trace.toString()))
  const begun = traceEvents.find(({ name }) => name === mark)
  if (begun === undefined) throw new Error(`the page never set “${mark}”`)
  // Whatever the browser calls it: a checkpoint of microtasks stands beside tasks, not in one.
  const tasks = traceEvents.filter(
    ({ pid, tid, ts, dur = 0 }) => pid === begun.pid && tid === begun.tid && ts + dur > begun.ts,
  )
  if (tasks.length === 0) throw new Error('the trace holds no task')
  return Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1000
}
