/**
 * The relay is stopped and the app is opened anyway: from the address bar, in a new tab, deep inside. The list is there,
 * a brief opens with every part that loads later, and what is written arrives once the relay is back.
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import type { Journey } from './journey.ts'
import {
  addPoint,
  foundWorkspace,
  holds,
  inviteLink,
  joinBy,
  openBrief,
  settled,
  writeNotes,
} from './people.ts'
import { keptApp } from './kept-app.ts'
import { startRelayProcess } from './relay-process.ts'

export const offlineStart: readonly Journey[] = [
  { name: 'the app opens offline with the relay stopped, and what is written arrives', run: story },
]

const title = 'Reisebecher für den Winter'
const words = briefWords.en
/** A device that cannot reach its relay tries again within 30 s, and two of them wait here for each other. */
const patienceMs = 90_000

async function story(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const device = await browser.newContext({ locale: 'en-GB' })
    device.setDefaultTimeout(patienceMs)
    const first = await device.newPage()
    await foundWorkspace(first, relay.address, 'en', 'Shanyu Home', 'Mina Cole')
    await first.getByRole('button', { name: words.newBrief, exact: true }).first().click()
    await first.getByLabel(words.title, { exact: true }).fill(title)
    await settled(first, 'en')
    const colleague = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    colleague.setDefaultTimeout(patienceMs)
    await joinBy(colleague, await inviteLink(first, 'en', 1), 'en', 'Julia Brandt')
    await openBrief(colleague, title)
    await keptApp(first)
    await first.close()

    await relay.kill()
    const page = await device.newPage()
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(relay.address)) elsewhere.push(request.url())
    })
    await page.goto(relay.address)
    await page.getByRole('status').filter({ hasText: appWords.en.relayDown }).first().waitFor()
    await openBrief(page, title)
    await addPoint(page, words, 'Keeps tea hot until lunch')
    await writeNotes(page, 'Photographed on a train.')
    await page
      .getByRole('status')
      .filter({ hasText: /^\d+ changes? (is|are) still on this device/ })
      .first()
      .waitFor()
    // Deep inside, from nothing, and a page this device never looked at before.
    const deep = await device.newPage()
    await deep.goto(page.url())
    await holds(deep, 'Keeps tea hot until lunch')
    await deep.goto(`${relay.address}/people`)
    await deep.getByRole('heading', { level: 1 }).first().waitFor()
    await deep.close()
    assert.deepEqual(elsewhere, [], 'nothing is fetched from elsewhere')

    await relay.restart()
    await holds(colleague, 'Keeps tea hot until lunch')
    await colleague.getByText('Photographed on a train.').waitFor()
    for (const one of [page, colleague]) await settled(one, 'en')
    await answersOfTheRelayAreNotKept(page)
  } finally {
    await relay.stop()
  }
}

async function answersOfTheRelayAreNotKept(page: Page): Promise<void> {
  const kept = await page.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        paths.push(new URL(url).pathname)
    return paths
  })
  assert.ok(kept.includes('/index.html') && kept.some((path) => path.includes('notes-editor')))
  const relays = kept.filter((path) => /^\/(sync|doc|api|healthz|metrics)/.test(path))
  assert.deepEqual(relays, [])
}
