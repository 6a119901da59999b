/** The process behind a page dies, as by a crash or for want of memory: nothing in it is asked or told. */
import type { Page } from 'playwright-core'

export async function crash(page: Page): Promise<void> {
  const gone = new Promise<void>((resolve) => page.once('crash', () => resolve()))
  await page.goto('chrome://crash').catch(() => undefined)
  await gone
  await page.close()
}
