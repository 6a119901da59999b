/** A browser that holds nothing but the bare page and the same rows: what a device could do at best. */
import type { BrowserContext } from 'playwright-core'
import type { Served } from './build-pages.ts'
import type { DeviceSetting } from './device-bench.ts'

export const bareWays = ['bare-solid', 'bare-solid-whole'] as const
export type BareWay = (typeof bareWays)[number]

/** `rows`: how many it paints, unless it paints all. */
export const barePath = (way: BareWay, rows: number): string =>
  `/bare-list?rows=${way === 'bare-solid-whole' ? 'all' : rows}`

export async function fillBareDevice(
  { newDevice }: Pick<DeviceSetting, 'newDevice'>,
  served: Served,
  rows: readonly unknown[],
): Promise<BrowserContext> {
  const context = await newDevice()
  const page = await context.newPage()
  await page.goto(served.address + barePath('bare-solid', 20))
  await page.evaluate(async (all) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('bare')
      request.onsuccess = () => resolve(request.result)
    })
    const tx = database.transaction('index', 'readwrite')
    for (const row of all) tx.objectStore('index').put(row)
    await new Promise<void>((resolve) => (tx.oncomplete = () => resolve()))
    database.close()
  }, rows)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  // Asked for once under the service worker, so that it keeps both pages and their parts.
  for (const way of bareWays) {
    await page.goto(served.address + barePath(way, 20))
    await page.locator('a.ui-list-row').first().waitFor()
  }
  await page.close()
  return context
}
