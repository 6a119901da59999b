/**
 * A browser as a person's device that holds the app and the workspace: joined by a real link, filled by the app's own sync.
 * What it tells is read from the page and its database from outside; nothing is built into the app for it.
 */
import type { BrowserContext, JSHandle, Page } from 'playwright-core'
import { joinBy } from '#test/journeys/people.ts'
import { keptApp } from '#test/journeys/kept-app.ts'
import type { DeviceSetting } from './device-bench.ts'

export interface KeptDevice {
  readonly context: BrowserContext
  /** Its index rows, as they stand in the database. */
  readonly rows: readonly unknown[]
  /** Milliseconds from opening the workspace to every brief listed, and here as far as it belongs here. */
  readonly filledMs: number
}

const pollMs = 300

export async function fillDevice(
  { newDevice }: Pick<DeviceSetting, 'newDevice'>,
  link: string,
  briefs: number,
  here: number,
): Promise<KeptDevice> {
  const context = await newDevice()
  const page = await context.newPage()
  await joinBy(page, link, 'en', 'Mina Cole')
  const before = performance.now()
  for (;;) {
    const counted = await count(page)
    process.stderr.write(`\r${counted.listed} of ${briefs} listed, ${counted.rows} rows pulled `)
    // Reading ten thousand rows is work for the page, so it is asked for the last word only.
    if (counted.listed >= briefs && counted.rows >= here && (await readIndex(page)).here >= here)
      break
    await page.waitForTimeout(pollMs)
  }
  process.stderr.write('\n')
  const filledMs = performance.now() - before
  await keptApp(page)
  const { rows } = await readIndex(page)
  await page.close()
  return { context, rows, filledMs }
}

/** Rows of the list, and rows of documents. */
async function count(page: Page): Promise<{ listed: number; rows: number }> {
  const database = await workspaceDatabase(page)
  return database.evaluate(async (opened) => {
    if (opened === null) return { listed: 0, rows: 0 }
    const tx = opened.transaction(['index', 'upd'])
    const asked = [tx.objectStore('index').count(), tx.objectStore('upd').count()]
    await new Promise((resolve) => (tx.oncomplete = resolve))
    opened.close()
    return { listed: asked[0]?.result ?? 0, rows: asked[1]?.result ?? 0 }
  })
}

async function readIndex(page: Page): Promise<{ rows: readonly unknown[]; here: number }> {
  const database = await workspaceDatabase(page)
  return database.evaluate(async (opened) => {
    const rows = await new Promise<{ isHere: boolean }[]>((resolve) => {
      const request = opened?.transaction('index').objectStore('index').getAll()
      if (request) request.onsuccess = () => resolve(request.result)
    })
    opened?.close()
    return { rows, here: rows.filter(({ isHere }) => isHere).length }
  })
}

/** Opened in the page, beside the app's own connection; null before there is one. */
function workspaceDatabase(page: Page): Promise<JSHandle<IDBDatabase | null>> {
  return page.evaluateHandle(async () => {
    const all = await indexedDB.databases()
    // The desk's and the identity's are called otherwise.
    const name = all.find((one) => /^asterism:[0-9a-hjkmnp-tv-z]{26}$/.test(one.name ?? ''))?.name
    if (name === undefined) return null
    return new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('no database'))
    })
  })
}
