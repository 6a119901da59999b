/** What one changed field costs the view that shows its document. */
import * as z from 'zod'
import { buildPages, servePages } from './build-pages.ts'
import { inTurn, lower, type DeviceBench, type DeviceFigure } from './device-bench.ts'
import { measurePage } from './measure-page.ts'

const ways = ['ours', 'reconcile-toJSON', 'yjs-alone'] as const
const shapes = [
  { shape: 'products', name: 'of 500 products × 6 (a full brief)' },
  { shape: 'wide', name: 'of 2,000 rows × 20' },
] as const
const answerSchema = z.object({ ms: z.number(), effects: z.number() })

export const mirror: DeviceBench = async ({ newDevice, folder, runs, quick }) => {
  await buildPages(folder)
  const served = await servePages(folder)
  const context = await newDevice()
  const figures: DeviceFigure[] = []
  const ms = quick ? 300 : 1_500
  try {
    for (const { shape, name } of shapes)
      for (let run = 0; run < runs; run += 1)
        for (const way of inTurn(ways, run)) {
          const query = new URLSearchParams({ shape, way, ms: String(ms) })
          const address = `${served.address}/mirror?${query.toString()}`
          const measured = await measurePage(context, address, answerSchema)
          figures.push({
            server: way,
            figure: lower(`one field changed ${name}`, 'ms', measured.ms),
          })
          if (way !== 'yjs-alone')
            figures.push({
              server: way,
              figure: lower(
                `effects run when one field changed ${name}`,
                'effects',
                measured.effects,
              ),
            })
        }
  } finally {
    await context.close()
    await served.stop()
  }
  return figures
}
