/**
 * A device with many briefs: first sync, start, coming back to 200 changed briefs, what the page holds while no brief is
 * open, and 3,600 documents made at once. Beside it, where there is one, a bare Solid page with the same rows.
 */
import * as z from 'zod'
import { barePath, bareWays, fillBareDevice } from './bare-device.ts'
import { putBriefsOnRelay, type BriefsOnRelay } from './briefs-on-relay.ts'
import { buildPages, servePages, type Served } from './build-pages.ts'
import {
  inTurn,
  lower,
  type DeviceBench,
  type DeviceFigure,
  type DeviceSetting,
} from './device-bench.ts'
import { fillDevice, type KeptDevice } from './kept-device.ts'
import { countDatabases, lookInside, openDatabaseNames } from './look-inside.ts'
import { measurePage } from './measure-page.ts'
import { whenRetitled } from './when-retitled.ts'
import { openToUsableList } from './usable-list.ts'

const changed = 200
/** DESIGN: kept on a device without a reason of their own. */
const keptHere = 2_000

export const replica: DeviceBench = async (setting) => {
  const { folder, quick, seed, briefs } = setting
  const count = briefs ?? (quick ? 1_000 : 10_000)
  await buildPages(`${folder}/pages`)
  const served = await servePages(`${folder}/pages`)
  const relay = await putBriefsOnRelay(`${folder}/relay`, count, seed)
  try {
    const device = await fillDevice(setting, await relay.invite(), count, Math.min(count, keptHere))
    const figures = [
      { server: 'ours', figure: lower(`first sync of ${count} briefs`, 'ms', device.filledMs) },
      ...(await starts(setting, count, relay, served, device)),
      ...(await returns(setting, count, relay, device)),
      ...(await held(count, relay, device)),
    ]
    await device.context.close()
    return [...figures, ...(await manyDocuments(setting, served))]
  } finally {
    await relay.stop()
    await served.stop()
  }
}

async function starts(
  setting: DeviceSetting,
  count: number,
  relay: BriefsOnRelay,
  served: Served,
  device: KeptDevice,
): Promise<DeviceFigure[]> {
  const figures: DeviceFigure[] = []
  const { runs } = setting
  const bare = await fillBareDevice(setting, served, device.rows)
  const first = await openToUsableList(device.context, `${relay.address}/briefs`)
  await first.page.close()
  for (let run = -1; run < runs * 3; run += 1)
    for (const way of inTurn(['ours', ...bareWays] as const, run)) {
      const { page, ms } =
        way === 'ours'
          ? await openToUsableList(device.context, `${relay.address}/briefs`)
          : await openToUsableList(bare, served.address + barePath(way, first.rows))
      if (run >= 0)
        figures.push({
          server: way,
          figure: lower(`usable list of ${count} after start`, 'ms', ms),
        })
      if (run >= 0 && run < runs) {
        // Its own work after the start is over, too: the relay has answered and nothing is left to fetch.
        await page.waitForTimeout(1_000)
        const { heapMegabytes } = await lookInside(page)
        const name = `memory of the page with a list of ${count}`
        figures.push({ server: way, figure: lower(name, 'MB', heapMegabytes) })
      }
      await page.close()
    }
  await bare.close()
  return figures
}

async function returns(
  { runs }: DeviceSetting,
  count: number,
  relay: BriefsOnRelay,
  device: KeptDevice,
): Promise<DeviceFigure[]> {
  const figures: DeviceFigure[] = []
  for (let run = 0; run < runs; run += 1) {
    const title = `Changed while away, ${run + 1}`
    const names = await relay.retitle(changed, title)
    const { page, ms: listed } = await openToUsableList(device.context, `${relay.address}/briefs`)
    const all = await whenRetitled(page, names, title)
    await page.close()
    const name = `${changed} changed of ${count} are on the device, from navigation`
    const after = `${changed} changed of ${count} are on the device, from the usable list`
    figures.push({ server: 'ours', figure: lower(name, 'ms', all) })
    figures.push({ server: 'ours', figure: lower(after, 'ms', all - listed) })
  }
  return figures
}

async function held(
  count: number,
  relay: BriefsOnRelay,
  device: KeptDevice,
): Promise<DeviceFigure[]> {
  await countDatabases(device.context)
  const { page } = await openToUsableList(device.context, `${relay.address}/briefs`)
  await page.waitForTimeout(2_000)
  const none = await lookInside(page)
  const databases = await openDatabaseNames(page)
  process.stderr.write(`open databases: ${databases.join(', ')}; desks: ${none.desks}\n`)
  await page.locator('a.ui-list-row').first().click()
  await page.locator('[data-part="points"]').waitFor()
  const one = await lookInside(page)
  await page.close()
  const figure = (name: string, unit: string, value: number): DeviceFigure => ({
    server: 'ours',
    figure: lower(`${name}, ${count} briefs`, unit, value),
  })
  return [
    figure(
      'Y.Docs on the main thread while no brief is open, the desk apart',
      'Y.Docs',
      none.documents,
    ),
    figure(
      'Y.Docs on the main thread while one brief is open, the desk apart',
      'Y.Docs',
      one.documents,
    ),
    figure('databases open while no brief is open', 'databases', databases.length),
  ]
}

const storedSchema = z.object({ all: z.number() })

async function manyDocuments(
  { newDevice, runs, quick }: DeviceSetting,
  served: Served,
): Promise<DeviceFigure[]> {
  const context = await newDevice()
  const figures: DeviceFigure[] = []
  const documents = quick ? 600 : 3_600
  for (let run = 0; run < runs; run += 1)
    for (const way of inTurn(['ours', 'one-transaction', 'made-not-stored'], run)) {
      const query = new URLSearchParams({ way, documents: String(documents) })
      const address = `${served.address}/many-documents?${query.toString()}`
      const { all } = await measurePage(context, address, storedSchema)
      const name = `${documents} documents made and stored at once`
      figures.push({ server: way, figure: lower(name, 'ms', all) })
    }
  await context.close()
  return figures
}
