/** When the whole app of a build is on a device: its service worker has stored every part and serves this page. */
import type { Page } from 'playwright-core'

export async function keptApp(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}
