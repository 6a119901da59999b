/**
 * A browser as a person's device that holds the app and the workspace: joined by a real link, filled by the app's own sync.
 * What it tells is read from the page and its database from outside; nothing is built into the app for it.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { joinBy } from '#test/journeys/people.ts'
import { keptApp } from '#test/journeys/kept-app.ts'

export interface KeptDevice {
  readonly context: BrowserContext
  /** Its index rows, as they stand in the database. */
  readonly rows: readonly unknown[]
  /** Milliseconds from opening the workspace to every brief listed, and here as far as it belongs here. */
  readonly filledMs: number
}

/** A browser of a person's own. Functions sent into its pages come from tsx, which names them by a call pages do not know. */
export async function newBrowserDevice(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB' })
  await context.addInitScript('globalThis.__name = (named) => named')
  return context
}

const pollMs = 300

export async function fillDevice(
  browser: Browser,
  link: string,
  briefs: number,
  here: number,
): Promise<KeptDevice> {
  const context = await newBrowserDevice(browser)
  const page = await context.newPage()
  await joinBy(page, link, 'en', 'Mina Cole')
  const before = performance.now()
  for (;;) {
    const held = await readIndex(page, false)
    process.stderr.write(`\r${held.listed} of ${briefs} listed, ${held.here} here `)
    if (held.listed >= briefs && held.here >= here) break
    await page.waitForTimeout(pollMs)
  }
  process.stderr.write('\n')
  const filledMs = performance.now() - before
  await keptApp(page)
  const { rows } = await readIndex(page, true)
  await page.close()
  return { context, rows, filledMs }
}

/** The index rows in the workspace's database, or only how many there are; nothing before there is one. */
async function readIndex(
  page: Page,
  whole: boolean,
): Promise<{ rows: readonly unknown[]; listed: number; here: number }> {
  return page.evaluate(async (withRows) => {
    const all = await indexedDB.databases()
    // The desk's and the identity's are called otherwise.
    const name = all.find((one) => /^asterism:[0-9a-hjkmnp-tv-z]{26}$/.test(one.name ?? ''))?.name
    if (name === undefined) return { rows: [], listed: 0, here: 0 }
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('no database'))
    })
    const rows = await new Promise<{ isHere: boolean }[]>((resolve) => {
      const request = database.transaction('index').objectStore('index').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    database.close()
    const here = rows.filter(({ isHere }) => isHere).length
    return { rows: withRows ? rows : [], listed: rows.length, here }
  }, whole)
}
