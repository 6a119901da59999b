/** Fifty thousand rows of a CSV, parsed and shown for choosing, and how long the page could do nothing else meanwhile. */
import * as z from 'zod'
import { buildPages, servePages } from './build-pages.ts'
import { inTurn, lower, type DeviceBench, type DeviceFigure } from './device-bench.ts'
import { begins } from './import-mark.ts'
import { longestTask, traced } from './longest-task.ts'
import { measurePage } from './measure-page.ts'

const ways = ['ours', 'main-thread', 'papaparse-alone'] as const
const answerSchema = z.object({ ms: z.number(), rows: z.number() })

export const importing: DeviceBench = async ({ newDevice, folder, runs, quick }) => {
  await buildPages(folder)
  const served = await servePages(folder)
  const context = await newDevice()
  const browser = context.browser()
  if (browser === null) throw new Error('a device has no browser to trace')
  const figures: DeviceFigure[] = []
  const rows = quick ? 5_000 : 50_000
  const what = `${rows.toLocaleString('en')} CSV rows parsed and previewed`
  try {
    for (let run = 0; run < runs; run += 1)
      for (const way of inTurn(ways, run)) {
        const query = new URLSearchParams({ way, rows: String(rows) })
        const address = `${served.address}/import?${query.toString()}`
        await browser.startTracing(undefined, { categories: [...traced] })
        const measured = await measurePage(context, address, answerSchema)
        const longest = longestTask(await browser.stopTracing(), begins)
        figures.push(
          {
            server: way,
            figure: lower(`${what}: longest main-thread task, CPU`, 'ms', longest),
          },
          { server: way, figure: lower(`${what}: until rows are shown`, 'ms', measured.ms) },
        )
      }
  } finally {
    await context.close()
    await served.stop()
  }
  return figures
}
