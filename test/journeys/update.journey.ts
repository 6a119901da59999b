/**
 * A newer build of the app while people work: two tabs with unsent edits and the relay gone again, one tap, both tabs on
 * the newer build, every edit there and sent in the end. And a page that was never kept, whose later parts are gone.
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { deviceWords } from '#client/features/device/words.ts'
import { pwaWords } from '#client/pwa/words.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import { addPoint, foundWorkspace, holds, readScreen, settled } from './people.ts'
import { startRelayProcess } from './relay-process.ts'
import { buildTwice, versions } from './two-builds.ts'

export const update: readonly Journey[] = [
  {
    name: 'an update with unsent edits in two tabs keeps and sends them all',
    run: withUnsentEdits,
  },
  { name: 'an old page whose later part is gone offers to open again', run: partGone },
]

const title = 'Reisebecher für den Winter'
const words = briefWords.en
/** A device that cannot reach its relay tries again within 30 s. */
const patienceMs = 90_000

async function withUnsentEdits(browser: Browser): Promise<void> {
  const builds = await buildTwice()
  const relay = await startRelayProcess({}, builds.older)
  try {
    const device = await browser.newContext({ locale: 'en-GB' })
    device.setDefaultTimeout(patienceMs)
    const first = await device.newPage()
    await foundWorkspace(first, relay.address, 'en', 'Shanyu Home', 'Mina Cole')
    await first.getByRole('button', { name: words.newBrief, exact: true }).first().click()
    await first.getByLabel(words.title, { exact: true }).fill(title)
    await settled(first, 'en')
    await keptApp(first)
    const second = await device.newPage()
    await second.goto(first.url())
    await holds(second, title)

    await relay.kill()
    await addPoint(first, words, 'Written while the older build was served')
    await relay.restart(builds.newer)
    for (const page of [first, second]) await offered(page)
    await settled(first, 'en')

    // The newer build waits, and the relay is gone again: whatever is written now is on this device alone.
    await relay.kill()
    await first.getByRole('status').filter({ hasText: appWords.en.relayDown }).first().waitFor()
    await addPoint(first, words, 'Written in the first tab')
    await holds(second, 'Written in the first tab')
    // The last key of this one and the tap are as close as fingers are.
    await addPoint(second, words, 'Written in the second tab')
    const reopened = [first, second].map((page) => page.waitForEvent('load'))
    await first.getByRole('button', { name: pwaWords.en.update, exact: true }).click()
    await Promise.all(reopened)

    const points = [
      'Written while the older build was served',
      'Written in the first tab',
      'Written in the second tab',
    ]
    for (const page of [first, second]) for (const point of points) await holds(page, point)
    await second.getByText(pwaWords.en.updated).waitFor()
    assert.equal(await first.getByText(pwaWords.en.updated).count(), 0)
    const unsent = /^\d+ changes? (is|are) still on this device/
    await first.getByRole('status').filter({ hasText: unsent }).first().waitFor()

    await relay.restart(builds.newer)
    for (const page of [first, second]) await settled(page, 'en')
    assert.deepEqual((await readScreen(first)).points, points)
    await first.goto(`${relay.address}/device`)
    await first.getByText(versions.newer).waitFor()
  } finally {
    await relay.stop()
  }
}

async function offered(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: pwaWords.en.ready }).first().waitFor()
}

async function partGone(browser: Browser): Promise<void> {
  const builds = await buildTwice()
  const relay = await startRelayProcess({}, builds.older)
  try {
    // A browser that keeps no app: its parts come from the relay, and these are the newer build's now.
    const device = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' })
    device.setDefaultTimeout(patienceMs)
    const page = await device.newPage()
    await foundWorkspace(page, relay.address, 'en', 'Shanyu Home', 'Mina Cole')
    // What says that work is safe has come by then, and came of the older build.
    await settled(page, 'en')
    await relay.kill()
    await relay.restart(builds.newer)
    await settled(page, 'en')
    await page.getByRole('link', { name: shellWords.en.device, exact: true }).first().click()
    await page.getByText(shellWords.en.missingPart, { exact: true }).waitFor()
    await page.getByRole('button', { name: shellWords.en.reload, exact: true }).click()
    await page.getByRole('heading', { name: deviceWords.en.title, exact: true }).waitFor()
    await page.getByText(versions.newer).waitFor()
  } finally {
    await relay.stop()
  }
}
