/**
 * A phone with room for few briefs: most leave it and stay in the list by their cards, the pinned one stays, and one that
 * left comes back when it is opened; without a network it says so, and comes by itself.
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import * as Y from 'yjs'
import { briefListWords } from '#client/features/briefs/list-words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { deviceWords } from '#client/features/device/words.ts'
import { seedWorkspace } from '#test/support/seed-workspace.ts'
import type { Journey } from './journey.ts'
import { holds, joinBy, openBrief, openPlace, pressInHead, settled } from './people.ts'
import { startRelayProcess } from './relay-process.ts'

export const room: readonly Journey[] = [
  { name: 'a phone with room for few briefs lets go, keeps pins, and fetches again', run: story },
]

const [list, words, device] = [briefListWords.en, briefWords.en, deviceWords.en]
const most = 3

async function story(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const seeded = await seedWorkspace(relay.address, 'small', 7, '2026-11-27')
    assert.ok(seeded.ok)
    const { briefs, inviteLink } = seeded.value
    const [pinned] = briefs
    assert.ok(pinned)
    const context = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    const page = await context.newPage()
    await joinBy(page, inviteLink, 'en', 'Sam Okafor')
    await openBrief(page, pinned.title)
    await pressInHead(page, 'en', words.pin)
    await page.goBack()
    await page.getByLabel(list.isPinned, { exact: true }).first().waitFor()
    await settled(page, 'en')

    await chooseFew(page, most)
    const gone = String(briefs.length - most)
    await page.getByRole('link', { name: list.notHereCount(gone, String(briefs.length)) }).waitFor()
    await openPlace(page, 'en', device.title)
    await page.getByText(new RegExp(`^${most} of ${briefs.length}, taking`)).waitFor()
    await page.getByRole('button', { name: device.unpinOf(pinned.title) }).waitFor()
    await page.getByRole('link', { name: list.briefs, exact: true }).first().click()

    // Online it comes when it is opened.
    const away = page.locator('a.ui-list-row', { has: page.getByLabel(list.isElsewhere) })
    const title = await away.first().locator('.ui-list-row-title').innerText()
    await away.first().click()
    await holds(page, title)
    await page.goBack()

    // Offline its card is there, and it comes by itself.
    await context.setOffline(true)
    const other = await away.first().locator('.ui-list-row-title').innerText()
    await away.first().click()
    await page.getByText(words.notHere).waitFor()
    await page.getByRole('heading', { name: other }).first().waitFor()
    await context.setOffline(false)
    await holds(page, other)
    await page.goBack()
    await openBrief(page, pinned.title)
  } finally {
    await relay.stop()
  }
}

/** As another tab of the device would: a size smaller than the page offers. */
export async function chooseFew(page: Page, documents: number): Promise<void> {
  const desk = new Y.Doc()
  desk.getMap('settings').set('room', { documents, bytes: 100_000_000 })
  const update = [...Y.encodeStateAsUpdate(desk)]
  await page.evaluate(async (bytes) => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const name = names.find((one) => /^asterism:[^:]+$/.test(one) && one !== 'asterism:identity')
    const line = new BroadcastChannel(name ?? '')
    line.postMessage({ desk: new Uint8Array(bytes) })
    line.close()
  }, update)
}
