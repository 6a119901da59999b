/**
 * What comes at a bad moment: an invite opened twice at once, clocks a day off, an Enter of an input method, a member removed
 * in mid-sentence. Each is answered with something true.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { searchWords } from '#client/app/search/words.ts'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { inviteWords } from '#client/features/people/invite-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { recordWords } from '#client/features/records/words.ts'
import { closeDatabase, openDatabase } from '#server/log/sqlite-file.ts'
import type { Journey } from './journey.ts'
import { newPage, withRelay } from './own-relay.ts'
import {
  addPoint,
  foundWorkspace,
  holds,
  inviteLink,
  joinBy,
  openBrief,
  openPlace,
  settled,
} from './people.ts'
import type { RelayProcess } from './relay-process.ts'

export const badMoments: readonly Journey[] = [
  { name: 'bad input: an invite opened twice at once lets one in', run: twiceAtOnce },
  { name: 'bad input: clocks a day ahead and a day behind', run: clocks },
  { name: 'bad input: Enter in mid-pinyin runs nothing', run: pinyin },
  { name: 'bad input: a member removed while writing keeps what was written', run: removed },
]

async function twiceAtOnce(browser: Browser): Promise<void> {
  await withRelay(async (relay) => {
    const owner = await newPage(browser, 'zh')
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    const once = await inviteLink(owner, 'zh', 1)
    const pages = [await newPage(browser, 'en'), await newPage(browser, 'en')]
    for (const [index, page] of pages.entries()) {
      await page.goto(once)
      await page.getByLabel(peopleWords.en.yourName, { exact: true }).fill(`Mina ${index}`)
    }
    const join = { name: peopleWords.en.join, exact: true } as const
    await Promise.all(pages.map((page) => page.getByRole('button', join).click()))
    const ends = await Promise.all(
      pages.map((page) =>
        Promise.race([
          page.waitForURL(/\/briefs/).then(() => 'in'),
          page
            .getByText(peopleWords.en.refusals['invite-used-up'], { exact: true })
            .waitFor()
            .then(() => 'told'),
        ]),
      ),
    )
    assert.deepEqual(ends.sort(), ['in', 'told'])
  })
}

const DAY_MS = 86_400_000

/** The owner a day ahead and their colleague a day behind, then the other way round. */
async function clocks(browser: Browser): Promise<void> {
  for (const offMs of [DAY_MS, -DAY_MS]) await withRelay((relay) => apart(browser, relay, offMs))
}

async function apart(browser: Browser, relay: RelayProcess, offMs: number): Promise<void> {
  const isAhead = offMs > 0
  const owner = await newPage(browser, 'zh', offMs)
  const colleague = await newPage(browser, 'en', -offMs)
  const [zh, en] = [appWords.zh, appWords.en]
  const ownerTold = isAhead ? zh.clockAhead('1天') : zh.clockBehind('1天')
  const colleagueTold = isAhead ? en.clockBehind('1 day') : en.clockAhead('1 day')
  await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
  await owner.getByText(ownerTold).first().waitFor()
  // An invite for one day holds one day by the relay's clock, and is listed as one that does.
  const invite = await inviteForADay(owner)
  await owner.getByRole('button', { name: inviteWords.zh.revoke, exact: true }).waitFor()
  await joinBy(colleague, invite, 'en', 'Mina Cole')
  await colleague.getByText(colleagueTold).first().waitFor()

  // Both write, both are safe, each sees the other's work, and the records hold.
  await colleague.getByRole('button', { name: briefWords.en.newBrief, exact: true }).first().click()
  await colleague.getByLabel(briefWords.en.title, { exact: true }).fill('Written on another day')
  await settled(colleague, 'en')
  await openPlace(owner, 'zh', briefWords.zh.briefs)
  await openBrief(owner, 'Written on another day')
  await addPoint(owner, briefWords.zh, '另一天写的')
  await settled(owner, 'zh')
  await holds(colleague, '另一天写的')
  for (const [page, language] of [[owner, 'zh'] as const, [colleague, 'en'] as const]) {
    await openPlace(page, language, peopleWords[language].people)
    await page
      .getByRole('button', { name: recordWords[language].about.people.entry, exact: true })
      .click()
    await page.getByRole('button', { name: recordWords[language].verify, exact: true }).click()
    const allHold = recordWords[language].allHold(0).replace('0', '\\d+')
    await page.getByText(new RegExp(`^${allHold}$`)).waitFor()
    assert.equal(await page.getByText(recordWords[language].refused, { exact: true }).count(), 0)
    await page.keyboard.press('Escape')
  }
  // Signed in anew after a reload, as ever.
  await colleague.reload()
  await colleague.getByText(colleagueTold).first().waitFor()
}

async function inviteForADay(owner: Page): Promise<string> {
  const words = inviteWords.zh
  await openPlace(owner, 'zh', peopleWords.zh.people)
  await owner.getByRole('button', { name: peopleWords.zh.invite, exact: true }).click()
  await owner.getByLabel(words.validFor, { exact: true }).selectOption({ label: words.day })
  await owner.getByRole('button', { name: words.makeLink, exact: true }).click()
  const link = await owner.getByLabel(words.linkLabel, { exact: true }).inputValue()
  await owner.getByText(words.works, { exact: true }).waitFor()
  await owner.keyboard.press('Escape')
  return link
}
async function pinyin(browser: Browser): Promise<void> {
  await withRelay(async (relay) => {
    const page = await newPage(browser, 'zh')
    await foundWorkspace(page, relay.address, 'zh', '山屿家居', '陈思远')
    await page.keyboard.press('Control+k')
    const line = page.getByRole('combobox', { name: searchWords.zh.search })
    await line.waitFor()
    const ime = await page.context().newCDPSession(page)
    const at = page.url()
    await ime.send('Input.imeSetComposition', {
      text: "she'bei",
      selectionStart: 7,
      selectionEnd: 7,
    })
    // Keys of an input method say 229, with or without a composition that still counts as one.
    for (const key of ['Enter', 'ArrowDown'])
      await line.evaluate((element, pressed) => {
        const said = { key: pressed, keyCode: 229, bubbles: true, cancelable: true }
        element.dispatchEvent(new KeyboardEvent('keydown', { ...said, isComposing: true }))
        element.dispatchEvent(new KeyboardEvent('keydown', said))
      }, key)
    await line.waitFor()
    assert.equal(page.url(), at)
    // The composition is given up: what is typed next is heard as ever.
    await ime.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    await line.fill('设备')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/device$/)
  })
}

async function removed(browser: Browser): Promise<void> {
  await withRelay(async (relay) => {
    const owner = await newPage(browser, 'en')
    await foundWorkspace(owner, relay.address, 'en', 'Shanyu Home', 'Julia Brandt')
    await owner.getByRole('button', { name: briefWords.en.newBrief, exact: true }).first().click()
    await owner.getByLabel(briefWords.en.title, { exact: true }).fill('Portable cups')
    await settled(owner, 'en')
    const page = await newPage(browser, 'zh')
    await joinBy(page, await inviteLink(owner, 'en'), 'zh', '林默')
    await openBrief(page, 'Portable cups')
    await addPoint(page, briefWords.zh, '移除之前写的')
    await settled(page, 'zh')
    await page.keyboard.type('，移除的时候')
    change(
      relay,
      `UPDATE device SET revoked = 1 WHERE member = (SELECT id FROM member WHERE name = '林默');
       UPDATE member SET access_version = access_version + 1 WHERE name = '林默'`,
    )
    await page.keyboard.type('还在写')
    const told = page.locator('.ui-banner').filter({ hasText: appWords.zh.noAccess })
    await told.waitFor()
    // What the relay did not take is out of the document, said, kept and in the file; writing goes on here.
    await page
      .getByRole('status')
      .filter({ hasText: /项改动没有被接受/ })
      .first()
      .waitFor()
    await addPoint(page, briefWords.zh, '移除之后写的')
    await holds(page, '移除之后写的')
    const file = await exported(page)
    assert.match(file, /"refused": \[\{/)
    assert.match(file, /"waiting": \[\{/)
    await page.reload()
    await told.waitFor()
    await holds(page, '移除之后写的')
    assert.equal(await owner.getByText('移除之后写的').count(), 0)
  })
}

async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: appWords.zh.exportAll, exact: true }).first().click()
  return readFile(await (await download).path(), 'utf8')
}

/** The relay notices changes of its own file. */
function change(relay: RelayProcess, statements: string): void {
  const db = openDatabase(join(relay.dataDir, 'asterism.sqlite'))
  db.exec(statements)
  closeDatabase(db)
}
