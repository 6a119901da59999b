/**
 * A picture attached without a network: it stands in the brief at once, goes out when the device is back, is seen by a
 * colleague and by a guest with a right to the brief, and by nobody else. Then the relay is killed while one is on its way.
 */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { fileWords } from '#client/features/files/words.ts'
import { sharingWords } from '#client/features/sharing/words.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import { newPage, withRelay } from './own-relay.ts'
import {
  addPoint,
  foundWorkspace,
  inviteLink,
  joinBy,
  openBrief,
  pressInHead,
  settled,
} from './people.ts'
import type { RelayProcess } from './relay-process.ts'

const picture = 'public/icons/icon-192.png'
const title = 'Portable cups, first 12'

export const files: readonly Journey[] = [
  {
    name: 'a picture attached offline, seen by a colleague and a guest',
    run: (browser) => withRelay((relay) => attachedOffline(browser, relay)),
  },
  {
    name: 'a relay killed while a file is on its way',
    run: (browser) => withRelay((relay) => killedOnTheWay(browser, relay)),
  },
]

async function attachedOffline(browser: Browser, relay: RelayProcess): Promise<void> {
  const [zh, en] = [fileWords.zh, fileWords.en]
  const owner = await newPage(browser, 'zh')
  await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
  const invite = await inviteLink(owner, 'zh')
  await writeBrief(owner, 'Next year’s kettles')
  await writeBrief(owner, title)
  await settled(owner, 'zh')
  await keptApp(owner)
  const colleague = await newPage(browser, 'en')
  await joinBy(colleague, invite, 'en', 'Julia Brandt')
  await openBrief(colleague, title)

  // What is no picture of any kind is refused in words; nothing of it stays.
  await owner.context().setOffline(true)
  await attach(owner, { name: 'setup.png', mimeType: 'image/png', buffer: Buffer.from('MZ\0\0') })
  await owner.getByText(zh.put['unknown-kind'], { exact: true }).waitFor()

  await attach(owner, picture)
  await owner.getByRole('button', { name: zh.open('icon-192.png'), exact: true }).waitFor()
  await owner
    .getByText(/还没发送，连上服务器后会自动发送$/)
    .first()
    .waitFor()

  // The device starts again without a network: all of it is still there.
  await owner.reload()
  await owner.getByRole('button', { name: zh.open('icon-192.png'), exact: true }).waitFor()
  await owner
    .getByText(new RegExp(appWords.zh.filesUnsent(1)))
    .first()
    .waitFor()

  await owner.context().setOffline(false)
  await settled(owner, 'zh')
  const open = colleague.getByRole('button', { name: en.open('icon-192.png'), exact: true })
  await open.waitFor()
  await open.click()
  await isDrawn(colleague, 192)
  await colleague.keyboard.press('Escape')
  await colleague.getByRole('dialog').waitFor({ state: 'detached' })

  // A guest of this brief sees it; one of another brief is not even told that there is such a file.
  const id = idOfOnly(relay)
  const guest = await newPage(browser, 'en')
  await joinBy(guest, await guestLink(owner), 'en', 'Marc Weber')
  await openBrief(guest, title)
  await guest.getByRole('button', { name: en.open('icon-192.png'), exact: true }).waitFor()
  assert.equal(await guest.getByRole('button', { name: en.remove('icon-192.png') }).count(), 0)
  await owner.getByRole('link', { name: briefWords.zh.briefs, exact: true }).first().click()
  await openBrief(owner, 'Next year’s kettles')
  const stranger = await newPage(browser, 'en')
  await joinBy(stranger, await guestLink(owner), 'en', 'Nguyen Lan')
  await openBrief(stranger, 'Next year’s kettles')
  await settled(stranger, 'en')
  assert.equal(await stranger.getByText('icon-192.png').count(), 0)
  assert.equal(await stranger.getByText(title).count(), 0)
  assert.equal(await statusOf(stranger, id), 401)
}

async function killedOnTheWay(browser: Browser, relay: RelayProcess): Promise<void> {
  const words = fileWords.zh
  const owner = await newPage(browser, 'zh')
  await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
  await writeBrief(owner, title)
  await settled(owner, 'zh')
  // A slow way up, so that the relay dies in the middle of it.
  const network = await owner.context().newCDPSession(owner)
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 0, downloadThroughput: -1 },
    uploadThroughput: 1_000_000,
  })
  const bytes = Buffer.alloc(8_000_000, 'a line of text that goes on for long\n')
  await attach(owner, { name: 'subtitles.srt', mimeType: 'text/plain', buffer: bytes })
  await owner
    .getByText(/正在发送$/)
    .first()
    .waitFor()
  while (partsIn(relay).length === 0) await owner.evaluate(() => new Promise(requestAnimationFrame))
  await relay.kill()
  await owner
    .getByText(/还没发送，连上服务器后会自动发送$/)
    .first()
    .waitFor()
  await network.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 0, downloadThroughput: -1 },
    uploadThroughput: -1,
  })
  await relay.restart()
  await settled(owner, 'zh')
  assert.deepEqual(partsIn(relay), [])
  const saving = owner.waitForEvent('download')
  await owner.getByRole('button', { name: words.download('subtitles.srt'), exact: true }).click()
  assert.equal((await saving).suggestedFilename(), 'subtitles.srt')
}

async function writeBrief(page: Page, name: string): Promise<void> {
  const words = briefWords.zh
  await page.getByRole('link', { name: words.briefs, exact: true }).first().click()
  await page.getByRole('button', { name: words.newBrief, exact: true }).first().click()
  await page.getByLabel(words.title, { exact: true }).fill(name)
  await addPoint(page, words, 'Leaks nothing, even upside down')
}

type Chosen = string | { name: string; mimeType: string; buffer: Buffer }
const attach = (page: Page, file: Chosen): Promise<void> =>
  page.locator('[data-part="points"] input[type="file"]').first().setInputFiles(file)

async function guestLink(owner: Page): Promise<string> {
  const words = sharingWords.zh
  await pressInHead(owner, 'zh', words.share)
  await owner.getByRole('button', { name: words.newLink, exact: true }).click()
  await owner.getByRole('button', { name: words.makeLink, exact: true }).click()
  const link = await owner.getByLabel(words.linkLabel, { exact: true }).inputValue()
  await owner.keyboard.press('Escape')
  await owner.getByRole('dialog').waitFor({ state: 'detached' })
  await settled(owner, 'zh')
  return link
}

/** The large picture has been decoded. */
const isDrawn = async (page: Page, width: number): Promise<void> => {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[role="dialog"] img')].some(
        (image) => image instanceof HTMLImageElement && image.naturalWidth === wanted,
      ),
    width,
  )
}

/** What the server answers when the page asks for it by its number. With a session of theirs: test/server/http/files.test.ts. */
const statusOf = (page: Page, id: string): Promise<number> =>
  page.evaluate(async (file) => (await fetch(`/api/files/${file}`)).status, id)

const filesIn = (relay: RelayProcess): string => join(relay.dataDir, 'files')
const partsIn = (relay: RelayProcess): string[] => {
  try {
    return readdirSync(join(filesIn(relay), 'part'))
  } catch {
    return []
  }
}
function idOfOnly(relay: RelayProcess): string {
  const ids = readdirSync(filesIn(relay))
    .filter((name) => name !== 'part')
    .flatMap((name) => readdirSync(join(filesIn(relay), name)))
  assert.equal(ids.length, 1)
  return ids[0] ?? ''
}
