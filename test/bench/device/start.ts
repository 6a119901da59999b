/**
 * The app opened from nothing with its server stopped, everything kept on the device, beside a bare Solid page that reads
 * the same rows and paints as many, or all of them. A browser keeps what it compiled after some starts, so a few of each come before those that count.
 */
import { bareWays, barePath, fillBareDevice } from './bare-device.ts'
import { putBriefsOnRelay } from './briefs-on-relay.ts'
import { buildPages, servePages } from './build-pages.ts'
import { inTurn, lower, type DeviceBench, type DeviceFigure } from './device-bench.ts'
import { fillDevice } from './kept-device.ts'
import { openToUsableList } from './usable-list.ts'

/** Starts before the first that counts. */
const warming = 5

export const start: DeviceBench = async (setting) => {
  const { folder, runs, quick, seed, briefs } = setting
  // A start is short and uneven: three of them count as one run.
  const starts = runs * 3
  const count = briefs ?? (quick ? 500 : 2_000)
  await buildPages(`${folder}/pages`)
  const relay = await putBriefsOnRelay(`${folder}/relay`, count, seed)
  const device = await fillDevice(setting, await relay.invite(), count, Math.min(count, 2_000))
  const served = await servePages(`${folder}/pages`)
  const bare = await fillBareDevice(setting, served, device.rows)
  await Promise.all([relay.stop(), served.stop()])
  const figures: DeviceFigure[] = []
  const first = await openToUsableList(device.context, `${relay.address}/briefs`)
  await first.page.close()
  for (let run = -warming; run < starts; run += 1)
    for (const way of inTurn(['ours', ...bareWays] as const, run)) {
      const { page, ms } =
        way === 'ours'
          ? await openToUsableList(device.context, `${relay.address}/briefs`)
          : await openToUsableList(bare, served.address + barePath(way, first.rows))
      await page.close()
      const name = `usable list of ${count} after a start offline`
      if (run >= 0) figures.push({ server: way, figure: lower(name, 'ms', ms) })
    }
  await device.context.close()
  await bare.close()
  return figures
}
