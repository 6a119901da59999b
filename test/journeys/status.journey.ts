/**
 * What can go wrong on a device, made to happen in the browser: a clock a day off, a database that does not open or is
 * deleted under an open page, a full disk, a frozen network, a killed relay. Each is said in its words,
 * and a file can be taken out in each. And a change refused for want of a right, sent again once the right is given.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { refusedWords } from '#client/app/status/refused-words.ts'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import {
  addPoint,
  foundWorkspace,
  holds,
  inviteLink,
  joinBy,
  openBrief,
  openPlace,
  setAccess,
  settled,
} from './people.ts'
import { startRelayProcess, type RelayProcess } from './relay-process.ts'

export const statusJourneys: readonly Journey[] = [
  { name: 'status: every fault of a device is said, and a file comes out in each', run: faults },
  { name: 'status: a refused change is seen, sent again and arrives', run: refused },
]

const title = 'Reisebecher'
const [said, words] = [appWords.en, briefWords.en]

async function faults(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const owner = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    const link = await workspaceWithBrief(owner, relay)
    const device = await browser.newContext({ locale: 'en-GB', acceptDownloads: true })
    const page = await device.newPage()
    await joinBy(page, link, 'en', 'Julia Brandt')
    await openBrief(page, title)
    await settled(page, 'en')
    // Parts that come later must be there once there is no network.
    await keptApp(page)

    await clockOff(device, relay)
    await memoryOnly(device, page.url())
    await fullDisk(device, page, relay)

    await device.setOffline(true)
    await addPoint(page, words, 'Written in a tunnel')
    await line(page, /will go out when you are online$/)
    await device.setOffline(false)
    await settled(page, 'en')
    await relay.kill()
    await addPoint(page, words, 'Written without a relay')
    await line(page, /will go out when the server is back$/)
    await relay.restart()
    await settled(page, 'en')

    await deleted(device, page, relay)
  } finally {
    await relay.stop()
  }
}

async function clockOff(device: BrowserContext, relay: RelayProcess): Promise<void> {
  const page = await device.newPage()
  await page.addInitScript('const now = Date.now; Date.now = () => now() + 86_400_000')
  await page.goto(relay.address)
  await banner(page, said.clockAhead('1 day'))
  await settled(page, 'en')
  await page.close()
}

/** The workspace's database does not open; who this device is can still be read. */
async function memoryOnly(device: BrowserContext, address: string): Promise<void> {
  const page = await device.newPage()
  await page.addInitScript(`
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (name, ...rest) {
      if (/^asterism:(?!identity)/.test(name)) throw new DOMException('no storage', 'UnknownError')
      return open.call(this, name, ...rest)
    }`)
  await page.goto(address)
  await banner(page, said.memoryOnly)
  await settled(page, 'en')
  await holds(page, title)
  await device.setOffline(true)
  await addPoint(page, words, 'Kept by this page alone')
  await line(page, /^\d+ changes? (is|are) only in this page/)
  assert.match(await exported(page), /"waiting": \[\{/)
  await device.setOffline(false)
  await settled(page, 'en')
  await page.close()
}

async function fullDisk(device: BrowserContext, page: Page, relay: RelayProcess): Promise<void> {
  const session = await device.newCDPSession(page)
  const origin = relay.address
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await addPoint(page, words, 'Typed with a full disk ')
  await typeUntilSaid(page, said.notStored)
  await line(page, new RegExp(`^${said.notStoredLine}$`))
  assert.match(await exported(page), /"inMemory": \[\{/)
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await page.getByRole('alert').waitFor({ state: 'detached' })
  await settled(page, 'en')
}

/** The browser goes by what it knew of the quota for up to half a minute. */
async function typeUntilSaid(page: Page, text: string): Promise<void> {
  let isSaid = false
  const noticed = page
    .locator('.ui-banner')
    .filter({ hasText: text })
    .waitFor({ timeout: 60_000 })
    .finally(() => (isSaid = true))
  while (!isSaid) await page.keyboard.type('.', { delay: 300 })
  await noticed
}

/** From another page of the same address, as a person does who clears a site's storage. */
async function deleted(device: BrowserContext, page: Page, relay: RelayProcess): Promise<void> {
  const other = await device.newPage()
  await other.goto(`${relay.address}/healthz`)
  await other.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases())
      if (/^asterism:(?!identity|desk)/.test(name)) indexedDB.deleteDatabase(name)
  })
  await banner(page, said.storageLost)
  await line(page, new RegExp(`^${said.unreadable}$`))
  assert.match(await exported(page), /"inMemory": \[\{/)
  await page.getByRole('button', { name: said.reopen, exact: true }).click()
  await holds(page, 'Written without a relay')
  await settled(page, 'en')
  await other.close()
}

async function refused(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const owner = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    const link = await workspaceWithBrief(owner, relay)
    await openBrief(owner, title)
    const device = await browser.newContext({ locale: 'en-GB' })
    const page = await device.newPage()
    await joinBy(page, link, 'en', 'Julia Brandt')
    await openBrief(page, title)
    await settled(page, 'en')

    await device.setOffline(true)
    await addPoint(page, words, 'Written while a right was taken away')
    await line(page, /will go out when you are online$/)
    await setAccess(owner, 'en', 'Julia Brandt', 'viewer')
    await device.setOffline(false)
    await line(page, /not accepted$/)
    assert.equal(await page.getByText(said.safe, { exact: true }).count(), 0)

    await setAccess(owner, 'en', 'Julia Brandt', 'member')
    await page.reload()
    await line(page, /not accepted$/)
    const dialog = refusedWords.en
    await page.getByRole('alert').getByRole('button', { name: said.look, exact: true }).click()
    await page.getByText(dialog.reasons['no-access']).waitFor()
    await page.getByRole('dialog').getByRole('heading', { name: title }).waitFor()
    await page
      .getByText(new RegExp(`^${dialog.parts.points} · `))
      .first()
      .waitFor()
    await page.getByRole('button', { name: dialog.retry, exact: true }).click()
    await page.getByText(dialog.none, { exact: true }).waitFor()
    await page.getByRole('button', { name: dialog.done, exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await settled(page, 'en')
    await openPlace(owner, 'en', words.briefs)
    await openBrief(owner, title)
    await holds(owner, 'Written while a right was taken away')
    await holds(page, 'Written while a right was taken away')
  } finally {
    await relay.stop()
  }
}

async function workspaceWithBrief(owner: Page, relay: RelayProcess): Promise<string> {
  await foundWorkspace(owner, relay.address, 'en', 'Shanyu Home', 'Mina Cole')
  await owner.getByRole('button', { name: words.newBrief, exact: true }).first().click()
  await owner.getByLabel(words.title, { exact: true }).fill(title)
  await settled(owner, 'en')
  return inviteLink(owner, 'en')
}

const banner = (page: Page, text: string): Promise<void> =>
  page.locator('.ui-banner').filter({ hasText: text }).first().waitFor()

const line = (page: Page, text: RegExp): Promise<void> =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor()

async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: said.exportAll, exact: true }).first().click()
  return readFile(await (await download).path(), 'utf8')
}
