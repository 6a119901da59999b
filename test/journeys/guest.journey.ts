/**
 * A brief shared beyond the company: a guest by a link on a phone comments online and offline, the link is passed on, and
 * ended while both look at it; their own work stays to be saved. An owner in Chinese on a desk, guests in English.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { refusedWords } from '#client/app/status/refused-words.ts'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { accessWords } from '#client/features/people/access-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { sharingWords } from '#client/features/sharing/words.ts'
import { talkWords } from '#client/features/talk/words.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import {
  addPoint,
  foundWorkspace,
  holds,
  inviteLink,
  joinBy,
  openPlace,
  type Language,
  pressInHead,
  settled,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'

const shared = 'Portable cups, first 12'
const secret = 'Next year’s kettles'

export const guest: readonly Journey[] = [
  { name: 'a guest link, passed on and ended while it is open', run: guestLink },
  { name: 'one brief of three shared with an outsourced translator', run: translator },
]

async function guestLink(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  const [zh, en] = [sharingWords.zh, sharingWords.en]
  try {
    const ownerDevice = await deviceOf(browser, 'zh', 'desk')
    const owner = await ownerDevice.newPage()
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    await writeBrief(owner, 'zh', secret)
    await writeBrief(owner, 'zh', shared)
    await settled(owner, 'zh')

    // The link is made in the brief itself.
    await pressInHead(owner, 'zh', zh.share)
    await owner.getByText(zh.insideSee, { exact: true }).waitFor()
    await owner.getByRole('button', { name: zh.newLink, exact: true }).click()
    await owner.getByRole('button', { name: zh.makeLink, exact: true }).click()
    const link = await owner.getByLabel(zh.linkLabel, { exact: true }).inputValue()
    await clean(owner, 'the share dialog')
    await owner.keyboard.press('Escape')
    await settled(owner, 'zh')

    // The guest sees that brief and nothing else of the workspace.
    const guestDevice = await deviceOf(browser, 'en', 'phone')
    const julia = await guestDevice.newPage()
    await joinBy(julia, link, 'en', 'Julia Brandt')
    await julia.getByRole('link', { name: shared }).first().waitFor()
    await settled(julia, 'en')
    assert.equal(await julia.getByText(secret).count(), 0)
    for (const place of [shellWords.en.people, shellWords.en.settings])
      assert.equal(await julia.getByRole('link', { name: place, exact: true }).count(), 0)
    assert.equal(await julia.getByRole('button', { name: briefWords.en.newBrief }).count(), 0)
    await keptApp(julia)
    await julia.getByRole('link', { name: shared }).first().click()
    await julia.getByText(new RegExp(`^${en.guest} · ${en.mayHere.comment} · until `)).waitFor()
    assert.equal(await julia.getByRole('button', { name: en.share, exact: true }).count(), 0)
    assert.equal(
      await julia.getByRole('button', { name: briefWords.en.addPoint, exact: true }).count(),
      0,
    )

    // Online and offline they may comment.
    await comment(julia, 'en', 0, 'The handle looks fragile')
    await owner.getByRole('button', { name: talkWords.zh.openUnread(1, 1), exact: true }).waitFor()
    await guestDevice.setOffline(true)
    await comment(julia, 'en', 1, 'Written in the tunnel')
    await guestDevice.setOffline(false)
    await owner.getByRole('button', { name: talkWords.zh.openUnread(2, 2), exact: true }).waitFor()

    // Passed on: a second guest with a name of their own.
    const secondDevice = await deviceOf(browser, 'en', 'desk')
    const marc = await secondDevice.newPage()
    await joinBy(marc, link, 'en', 'Marc Weber')
    await marc.getByRole('link', { name: shared }).first().click()
    await comment(marc, 'en', 2, 'I agree with Julia')
    await owner.getByRole('button', { name: talkWords.zh.openUnread(3, 3), exact: true }).click()
    await owner.getByText('Marc Weber').first().waitFor()
    // A guest has a page of their own: their name and their devices, and nobody else's.
    await openPlace(marc, 'en', shellWords.en.myPage)
    await marc.getByRole('heading', { name: accessWords.en.devices, exact: true }).waitFor()
    await marc.getByText(new RegExp(`${accessWords.en.thisDevice}$`)).waitFor()
    await clean(marc, 'a guest’s own page')
    const name = marc.getByLabel(accessWords.en.name, { exact: true })
    await name.fill('Marc Weber-Lang')
    await name.press('Tab')
    await owner.getByText('Marc Weber-Lang').first().waitFor()
    await openPlace(marc, 'en', briefWords.en.briefs)
    await marc.getByRole('link', { name: shared }).first().click()
    await pressInHead(owner, 'zh', zh.share)
    await owner.getByText(zh.used(2, 5)).waitFor()

    // Ended while both have it open; one of them with a comment that was not sent.
    await guestDevice.setOffline(true)
    await comment(julia, 'en', 3, 'Never sent')
    await owner.getByRole('button', { name: zh.endLink, exact: true }).click()
    await owner.getByText(zh.noLinks, { exact: true }).waitFor()
    await marc.getByRole('heading', { name: en.overTitle, exact: true }).waitFor()
    await marc.getByText(en.askPerson('陈思远', '山屿家居'), { exact: true }).waitFor()
    assert.equal(await marc.getByRole('alert').count(), 0, 'one story, not two')
    assert.equal(await marc.getByText('I agree with Julia').count(), 0)
    await clean(marc, 'what is no longer shared')

    await guestDevice.setOffline(false)
    await julia.getByText(en.overUnsent(en.unsent(1, 0)), { exact: true }).waitFor()
    const saving = julia.waitForEvent('download')
    await julia.getByRole('button', { name: en.keepCopy, exact: true }).click()
    const file = await readFile(await (await saving).path(), 'utf8')
    assert.ok(file.includes('Never sent'), 'the file holds what was typed')
    await julia.reload()
    await julia.getByText(en.overTitle, { exact: true }).waitFor()
    await julia.goto(`${relay.address}/briefs`)
    await julia.getByText(en.overUnsent(en.unsent(1, 0)), { exact: true }).waitFor()

    // A third person is told.
    const late = await (await deviceOf(browser, 'en', 'phone')).newPage()
    await late.goto(link)
    await late.getByText(peopleWords.en.refusals['invite-revoked'], { exact: true }).waitFor()
  } finally {
    await relay.stop()
  }
}

async function translator(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  const [zh, en] = [sharingWords.zh, sharingWords.en]
  try {
    const ownerDevice = await deviceOf(browser, 'zh', 'phone')
    const owner = await ownerDevice.newPage()
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    const link = await inviteLink(owner, 'zh', undefined, true)
    const device = await deviceOf(browser, 'en', 'desk')
    const ploy = await device.newPage()
    await joinBy(ploy, link, 'en', 'Ploy Srisai')
    await ploy.getByText(briefWords.en.noBriefsOutside, { exact: true }).first().waitFor()
    assert.equal(await ploy.getByRole('button', { name: briefWords.en.newBrief }).count(), 0)
    for (const title of [secret, 'Tea towels', shared]) {
      await owner.goto(`${relay.address}/briefs`)
      await writeBrief(owner, 'zh', title)
      await settled(owner, 'zh')
    }

    // Shared from a phone, one brief of three.
    await pressInHead(owner, 'zh', zh.share)
    const person = owner.getByRole('combobox', { name: zh.add })
    await person.fill('Ploy')
    await owner.getByRole('option', { name: 'Ploy Srisai' }).click()
    await owner.getByLabel(zh.right, { exact: true }).first().selectOption('edit')
    await owner.getByRole('button', { name: zh.addOne, exact: true }).click()
    await owner.getByLabel(zh.rightOf('Ploy Srisai'), { exact: true }).waitFor()
    await clean(owner, 'sharing with one person')
    await ploy.getByRole('link', { name: shared }).first().waitFor()
    for (const title of [secret, 'Tea towels']) assert.equal(await ploy.getByText(title).count(), 0)
    await keptApp(ploy)
    await ploy.getByRole('link', { name: shared }).first().click()
    await ploy.getByText(`${en.outside} · ${en.mayHere.edit}`, { exact: true }).waitFor()
    assert.equal(await ploy.getByRole('button', { name: en.share, exact: true }).count(), 0)
    await addPoint(ploy, briefWords.en, 'Keeps tea warm for six hours')
    await settled(ploy, 'en')

    // Only to read, then to write again: the open page follows.
    const right = owner.getByLabel(zh.rightOf('Ploy Srisai'), { exact: true })
    await right.selectOption('view')
    await ploy.getByText(`${en.outside} · ${en.mayHere.view}`, { exact: true }).waitFor()
    const add = ploy.getByRole('button', { name: briefWords.en.addPoint, exact: true })
    await add.waitFor({ state: 'detached' })
    await right.selectOption('edit')
    await add.waitFor()

    // Ended while she writes in the tunnel: the brief leaves her device, and what she wrote stays.
    await device.setOffline(true)
    await addPoint(ploy, briefWords.en, 'Written in the tunnel')
    await owner.getByRole('button', { name: zh.endOf('Ploy Srisai'), exact: true }).click()
    await owner.getByText(zh.notShared, { exact: true }).waitFor()
    await device.setOffline(false)
    await ploy.getByText(en.goneTitle(shared), { exact: true }).waitFor()
    const saving = ploy.waitForEvent('download')
    await ploy.getByRole('button', { name: en.keepCopy, exact: true }).click()
    const file = await readFile(await (await saving).path(), 'utf8')
    assert.ok(file.includes('Written in the tunnel'), 'the file holds what she typed')
    assert.ok(!file.includes('six hours'), 'and nothing of the brief')
    await ploy.getByRole('link', { name: en.back, exact: true }).click()
    await ploy.getByText(briefWords.en.noBriefsOutside, { exact: true }).first().waitFor()
    assert.equal(await ploy.getByText(shared).count(), 0)
    const stored = await storedOf(ploy)
    assert.equal(stored.documents, 0, 'nothing of the brief is on her device')
    assert.ok(stored.refused > 0, 'and what she typed is')
    await ploy.getByRole('button', { name: appWords.en.look, exact: true }).click()
    await ploy.getByRole('heading', { name: refusedWords.en.noLongerShared }).waitFor()
    assert.equal(await ploy.getByRole('button', { name: refusedWords.en.retry }).count(), 0)
    await clean(ploy, 'what was refused of a brief no longer shared')

    // Given once more it comes back whole.
    await owner.keyboard.press('Escape')
    await pressInHead(owner, 'zh', zh.share)
    await owner.getByRole('combobox', { name: zh.add }).fill('Ploy')
    await owner.getByRole('option', { name: 'Ploy Srisai' }).click()
    await owner.getByRole('button', { name: zh.addOne, exact: true }).click()
    await ploy.keyboard.press('Escape')
    await ploy.getByRole('link', { name: shared }).first().click()
    await holds(ploy, 'Keeps tea warm for six hours')
  } finally {
    await relay.stop()
  }
}

/** Rows of briefs and talks that are on the disk of the page's device, and rows that were refused. */
const storedOf = (page: Page): Promise<{ documents: number; refused: number }> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const found = databases.find(({ name }) => /^asterism:[0-9a-z]{26}$/.test(name ?? ''))
    const request = indexedDB.open(found?.name ?? '')
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('not opened'))
    })
    // No named functions here: the compiler's names for them do not exist in the page.
    const [refused = [], ...kept] = await Promise.all(
      ['refused', 'upd', 'snap', 'past', 'index'].map(
        (store) =>
          new Promise<{ doc: string }[]>((resolve, reject) => {
            const asked = database.transaction(store).objectStore(store).getAll()
            asked.onsuccess = () => resolve(asked.result)
            asked.onerror = () => reject(asked.error ?? new Error('not read'))
          }),
      ),
    )
    database.close()
    const documents = kept.flat().filter(({ doc }) => /^(brief|talk)-/.test(doc))
    return { documents: documents.length, refused: refused.length }
  })

async function writeBrief(page: Page, language: Language, title: string): Promise<void> {
  const words = briefWords[language]
  await page.getByRole('button', { name: words.newBrief, exact: true }).first().click()
  await page.getByLabel(words.title, { exact: true }).fill(title)
}

/** Opens the talk with so many comments and leaves it closed again. */
async function comment(
  page: Page,
  language: Language,
  before: number,
  text: string,
): Promise<void> {
  const words = talkWords[language]
  const entry = page.locator('button[aria-keyshortcuts="C"]')
  await page.waitForFunction(
    ([label, unread]) => {
      const said = document
        .querySelector('button[aria-keyshortcuts="C"]')
        ?.getAttribute('aria-label')
      return said === label || said?.startsWith(unread ?? '') === true
    },
    [words.open(before), words.open(before)] as const,
  )
  await entry.click()
  const field = page.getByRole('textbox', { name: words.composer })
  await field.fill(text)
  await field.press('Control+Enter')
  await page.locator('.talk-comment .talk-text', { hasText: text }).waitFor()
  await page.getByRole('button', { name: words.close, exact: true }).first().click()
}

async function clean(page: Page, screen: string): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe: here } = window as unknown as { axe: typeof axe }
    const { violations } = await here.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
  assert.deepEqual(found, [], screen)
}

const deviceOf = (
  browser: Browser,
  language: Language,
  size: 'desk' | 'phone',
): Promise<BrowserContext> =>
  browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    acceptDownloads: true,
    ...(size === 'desk'
      ? { viewport: { width: 1440, height: 900 } }
      : { viewport: { width: 390, height: 844 }, hasTouch: true }),
  })
